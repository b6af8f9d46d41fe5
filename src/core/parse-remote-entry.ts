import { FederationError } from './errors.js';
import {
  type JsonObject,
  listOf,
  mapOf,
  objectOf,
  optional,
  type Read,
  readDocument,
  readField,
  readFlag,
  readObject,
  readText,
  refuse,
  textAs,
  textLike,
} from './json-shape.js';
import { packageNameOf } from './package-name.js';
import { parseUrl } from './parse-url.js';
import { readIntegrity } from './read-integrity.js';
import type { ExposedModule, RemoteEntry, SharedEntryPoint } from './remote-entry.js';

/** What the page knows of a remote before it reads the entry. */
export interface RemoteEntryOptions {
  /** The remote's key in the manifest; default: the `name` in the entry. */
  readonly name?: string;
  /** Which of its packages other remotes may be given; default: all. */
  readonly provides?: boolean | readonly string[];
}

/** Native Federation's name for a chunk that files import by name. */
const chunkPrefix = '@nf-internal/';
/** An npm name and a path in the package; so neither a URL, nor a path, nor a prefix. */
const bareSpecifier = /^(?:@[\w.~-]+\/)?[\w~-][\w.~-]*(?:\/(?!\.\.?(?:\/|$))[\w.~@+$%-]+)*$/;
/** What a page may ask for: names and folders, each beginning with something else than a dot. */
const exposedKey = /^\.(?:\/[\w@$~+-][\w@$~+.-]*)+$/;
/** File names that need no URL parser to be sure that they stay below their directory. */
const plainFileName = /^(?:[\w@+~-][\w@.+~-]*\/)*[\w@+~-][\w@.+~-]*$/;

const readTexts = listOf(readText);
const readOptional = optional(readText);
const readBytes: Read<number> = (value) =>
  typeof value === 'number' && value >= 0 ? value : refuse(value, 'a number of bytes');
const readSpecifier = textLike('a name like "lit" or "lit/decorators.js"', bareSpecifier);
const readKey = textAs('a name like "./Cart"', (name) => {
  const key = name.startsWith('./') ? name : `./${name}`;
  return exposedKey.test(key) ? key : undefined;
});
const readFile = textAs('a file below the directory of the entry', fileUrl);
const readFiles = listOf(readFile);
const readPackages = mapOf(objectOf({ version: readText, dependencies: mapOf(readText) }));
const readNamedFile: Read<readonly [file: string, url: string]> = (value, base) => [
  readText(value),
  readFile(value, base),
];

const readExposed = objectOf({
  key: readKey,
  outFileName: readFile,
  styles: listOf(readFile),
  element: readOptional,
  contract: readOptional,
  types: optional(readFile),
});

const readModule: Read<ExposedModule> = (value, base) => {
  const { outFileName: url, element, contract, types, ...exposed } = readExposed(value, base);
  return { ...exposed, url, ...(element && { element }), ...(contract && { contract }), ...(types && { types }) };
};

const readEntries = optional(mapOf(readFile, readSpecifier));

/** Reads one entry point, or all that a dense group holds: field by field, because a page has thousands of them. */
const readShared: Read<SharedEntryPoint | SharedEntryPoint[]> = (value, base) => {
  const item = readObject(value);
  const specifier = readField(item, 'packageName', readSpecifier);
  const entries = readField(item, 'entries', readEntries, base);
  if (!entries) return readEntryPoint(item, specifier, readField(item, 'outFileName', readFile, base));
  return Array.from(entries, ([name, url]) => readEntryPoint(item, name, url));
};

const readEntry = objectOf({
  name: readOptional,
  exposes: listOf(readModule),
  shared: listOf(readShared),
  chunks: mapOf(listOf(readNamedFile)),
  packages: readPackages,
  // What is said of files outside the directory is nobody's business, and dropped.
  files: mapOf(
    objectOf({
      bytes: readBytes,
      imports: readFiles,
      externals: readTexts,
      dynamicImports: readFiles,
      dynamicExternals: readTexts,
    }),
    fileUrl,
  ),
  integrity: mapOf(readIntegrity, fileUrl),
  buildNotificationsEndpoint: readOptional,
});

/**
 * Reads a remoteEntry.json, of this project's build or of Native Federation's (v3, v4 flat, dense, with chunks).
 *
 * Fields that it does not know are ignored; a field of the wrong shape, a specifier that is not a bare one, and a file
 * outside the directory of the entry make the whole entry invalid, because a remote that is half loaded helps nobody.
 *
 * @param json - What JSON.parse gave.
 * @param url - Final URL of the entry, absolute: all its files are relative to it.
 * @throws {@link FederationError} `remote-entry-invalid`, with the field, what was found and what was expected.
 *
 * @example
 * ```ts
 * parseRemoteEntry({ name: 'cart', exposes: [{ key: 'Cart', outFileName: 'Cart-5EEC.js' }] }, 'https://cart.example/remoteEntry.json');
 * // → { name: 'cart', base: 'https://cart.example/', exposes: [{ key: './Cart', url: 'https://cart.example/Cart-5EEC.js', styles: [] }], shared: [], … }
 * ```
 *
 * Runs anywhere: pure.
 */
export function parseRemoteEntry(json: unknown, url: string, options: RemoteEntryOptions = {}): RemoteEntry {
  const { name: remote = '?' } = options;
  const base = new URL('.', url).href;
  const read: Read<RemoteEntry> = (value) => createEntry(readEntry(value, base), url, base, options);
  return readDocument(json, read, base, ({ field, expected, found }) => {
    const details = { remote, url, field: field.slice(1) || 'the document', expected, found };
    return new FederationError('remote-entry-invalid', details);
  });
}

function createEntry(
  fields: ReturnType<typeof readEntry>,
  url: string,
  base: string,
  { name: wanted, provides = true }: RemoteEntryOptions,
): RemoteEntry {
  const { name: alias, exposes, shared, chunks, packages, files, integrity, buildNotificationsEndpoint } = fields;
  requireUnique(exposes);
  const name = wanted ?? alias ?? refuse(alias, 'a string', '.name');
  const entryPoints = shared.flat();
  const listed = entryPoints.filter(isChunk);
  const endpoint = endpointOf(buildNotificationsEndpoint, url);
  return {
    name,
    ...(alias && alias !== name && { alias }),
    url,
    base,
    exposes,
    shared: listed.length > 0 ? entryPoints.filter((point) => !isChunk(point)) : entryPoints,
    // Whether the entry lists them as packages or as bundles.
    chunks: new Map([
      ...listed.map(({ specifier, url }) => [specifier, url] as const),
      ...[...chunks.values()].flat().map(([file, url]) => [chunkName(file), url] as const),
    ]),
    packages,
    files,
    integrity,
    provides,
    ...(endpoint && { buildNotificationsEndpoint: endpoint }),
  };
}

function requireUnique(exposes: readonly ExposedModule[]): void {
  const keys = new Set<string>();
  for (const { key } of exposes) if (keys.size === keys.add(key).size) refuse(key, 'each key once', '.exposes');
}

function readEntryPoint(item: JsonObject, specifier: string, url: string): SharedEntryPoint {
  return {
    specifier,
    packageName: packageNameOf(specifier),
    url,
    version: readField(item, 'version', readOptional),
    requiredVersion: readField(item, 'requiredVersion', readOptional),
    singleton: readField(item, 'singleton', readFlag),
    strictVersion: readField(item, 'strictVersion', readFlag),
    shareScope: readField(item, 'shareScope', readOptional),
    pool: readField(item, 'pool', readOptional),
  };
}

function isChunk({ specifier }: SharedEntryPoint): boolean {
  return specifier.startsWith(chunkPrefix);
}

/** The name by which files import a chunk. */
function chunkName(file: string): string {
  return chunkPrefix + file.replace(/^\.\//, '').replace(/\.[cm]?js$/, '');
}

function fileUrl(name: string, base: string): string | undefined {
  if (plainFileName.test(name)) return base + name;
  // The URL parser would strip or turn these, so that another file than the one written would be fetched.
  if (/[\0-\x20#\\]/.test(name)) return undefined;
  const href = parseUrl(name, base)?.href;
  return href?.startsWith(base) && href !== base ? href : undefined;
}

/** Where the dev server of a remote announces its builds; only the remote's own origin may. */
function endpointOf(address: string | undefined, url: string): string | undefined {
  const endpoint = address && parseUrl(address, url);
  return endpoint && endpoint.origin === new URL(url).origin ? endpoint.href : undefined;
}
