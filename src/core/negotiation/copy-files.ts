import type { RemoteEntry, SharedEntryPoint } from '../remote-entry.js';

/** What an entry tells of the files behind some of its URLs. */
export interface CopyFiles {
  /** The files, and all that they import of their own remote, statically or not. */
  readonly urls: ReadonlySet<string>;
  /** The bare specifiers that they import. */
  readonly imports: ReadonlySet<string>;
  /** Their sizes together. */
  readonly bytes: number;
}

/**
 * Follows the imports of files as far as the entry tells of them.
 *
 * @param from - Their URLs.
 * @returns `undefined` if the entry tells nothing of one of the given files, as where another tool built it.
 */
export function readFiles({ files, chunks: named }: RemoteEntry, from: readonly string[]): CopyFiles | undefined {
  if (!from.every((url) => files.has(url))) return undefined;
  const urls = new Set(from);
  const imports = new Set<string>();
  let bytes = 0;
  // A set that grows while it is walked gives what is added, too.
  for (const url of urls) {
    const file = files.get(url);
    if (!file) continue;
    bytes += file.bytes;
    const chunks = file.externals.map((specifier) => named.get(specifier));
    for (const other of [...file.imports, ...file.dynamicImports, ...chunks]) if (other) urls.add(other);
    for (const specifier of file.externals) if (isBare(specifier) && !named.has(specifier)) imports.add(specifier);
  }
  return { urls, imports, bytes };
}

/** The URLs of entry points of shared packages. */
export function urlsOf({ base }: RemoteEntry, points: readonly SharedEntryPoint[]): string[] {
  return points.map(({ file }) => base + file);
}

/** Whether a specifier is a name, neither a path nor a URL. */
export function isBare(specifier: string): boolean {
  return !/^\.{0,2}\/|:/.test(specifier);
}
