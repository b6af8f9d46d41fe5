import type { RemoteEntryDocument } from './remote-entry-document.js';

/** A standard import map whose addresses are relative to the folder that it lies in. */
export interface ImportMapDocument {
  readonly imports: Readonly<Record<string, string>>;
  readonly integrity?: Readonly<Record<string, string>>;
}

/**
 * The project's own view of itself, for pages that use no runtime.
 *
 * Exposed modules are there by the name of the remote, as in `cart/Cart`.
 *
 * Runs anywhere: pure.
 */
export function createImportMapDocument({ name, exposes, shared, integrity }: RemoteEntryDocument): ImportMapDocument {
  const imports: [string, string][] = [
    ...shared.flatMap(({ packageName, outFileName, entries }) =>
      Object.entries(entries ?? { [packageName]: outFileName ?? '' }),
    ),
    ...exposes.map(({ key, outFileName }): [string, string] => [name + key.slice(1), outFileName]),
  ];
  const relative = ([specifier, path]: [string, string]): [string, string] => [specifier, `./${path}`];
  const hashes = Object.entries(integrity ?? {}).map(([path, hash]): [string, string] => [`./${path}`, hash]);
  return {
    imports: Object.fromEntries(imports.map(relative)),
    ...(integrity && { integrity: Object.fromEntries(hashes) }),
  };
}
