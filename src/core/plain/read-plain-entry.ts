import { isExposedKey, isIntegrity } from '../forms.js';
import type { RemoteEntryOptions } from '../parse-remote-entry.js';
import type { ExposedModule, FileFacts, PackageFacts, RemoteEntry } from '../remote-entry.js';
import { entriesOf, type Fields, fieldsOf, file, list, optional, text } from './plain-json.js';
import { plainly, unusual } from './plainly.js';
import { readPoints } from './read-points.js';

/**
 * Reads a remoteEntry.json as most builds write it.
 *
 * @returns What `parseRemoteEntry` gives; `undefined` if anything is unusual, or wrong, which it knows to explain.
 *
 * Runs anywhere: pure.
 */
export function readPlainEntry(json: unknown, url: string, options: RemoteEntryOptions): RemoteEntry | undefined {
  return plainly(() => readEntry(fieldsOf(json), url, options));
}

function readEntry(fields: Fields, url: string, { name: wanted, provides = true }: RemoteEntryOptions): RemoteEntry {
  const { exposes, shared, packages, files, integrity, chunks, consumes, buildNotificationsEndpoint } = fields;
  if ((chunks ?? consumes ?? buildNotificationsEndpoint) !== undefined) unusual();
  const base = new URL('.', url).href;
  const alias = optional(fields.name);
  const name = wanted ?? text(alias);
  return {
    name,
    alias: alias === name ? undefined : alias,
    url,
    base,
    exposes: readExposed(list(exposes), base),
    shared: readPoints(list(shared), base),
    chunks: nothing,
    packages: readMap(packages, readPackage, base),
    files: readMap(files, readFacts, base, file),
    integrity: readMap(integrity, readHash, base, file),
    provides,
  };
}

function readExposed(items: readonly unknown[], base: string): ExposedModule[] {
  const keys = new Set<string>();
  return items.map((item) => {
    const { key: given, outFileName, styles, element, contract, types } = item as Fields;
    const name = text(given);
    const key = name.startsWith('./') ? name : `./${name}`;
    if (!isExposedKey(key) || keys.size === keys.add(key).size) unusual();
    return {
      key,
      url: file(outFileName, base),
      element: optional(element),
      contract: optional(contract),
      styles: list(styles).map((style) => file(style, base)),
      types: optional(types) && file(types, base),
    };
  });
}

const nothing: ReadonlyMap<string, never> = new Map<string, never>();

function readPackage(item: unknown, base: string): PackageFacts {
  const { version, dependencies } = item as Fields;
  return {
    version: text(version),
    dependencies: readMap(dependencies, text, base),
  };
}

function readFacts(item: unknown, base: string): FileFacts {
  const { bytes, imports, externals, dynamicImports, dynamicExternals } = item as Fields;
  return {
    bytes: typeof bytes === 'number' && bytes >= 0 ? bytes : unusual(),
    imports: list(imports).map((name) => file(name, base)),
    externals: list(externals).map(text),
    dynamicImports: list(dynamicImports).map((name) => file(name, base)),
    dynamicExternals: list(dynamicExternals).map(text),
  };
}

function readHash(value: unknown): string {
  return isIntegrity(text(value)) ? (value as string) : unusual();
}

/** The fields of an object, by name; all that have none share one map, as many entries of a large page do. */
function readMap<Value>(
  value: unknown,
  read: (item: unknown, base: string) => Value,
  base: string,
  nameOf: (name: string, base: string) => string = (name) => name,
): ReadonlyMap<string, Value> {
  return value === undefined
    ? nothing
    : new Map(entriesOf(value).map(([name, item]) => [nameOf(name, base), read(item, base)] as const));
}
