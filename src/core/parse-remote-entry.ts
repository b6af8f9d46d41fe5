import { explain } from './explain.js';
import { fileUrl } from './file-url.js';
import { chunkPrefix, isExposedKey } from './forms.js';
import {
  listOf,
  mapOf,
  objectOf,
  optional,
  type Read,
  readDocument,
  readFlag,
  readText,
  refuse,
  textAs,
} from './json-shape.js';
import { parseUrl } from './parse-url.js';
import { readPlainEntry } from './plain/read-plain-entry.js';
import { readFile } from './read-file.js';
import { readIntegrity } from './read-integrity.js';
import { readShared } from './read-shared.js';
import type { ExposedModule, RemoteEntry, SharedEntryPoint } from './remote-entry.js';

/** What the page knows of a remote before it reads the entry. */
export interface RemoteEntryOptions {
  /** The remote's key in the manifest; default: the `name` in the entry. */
  readonly name?: string;
  /** Which of its packages other remotes may be given; default: all. */
  readonly provides?: boolean | readonly string[];
}

const readTexts = listOf(readText);
const readOptional = optional(readText);
const readBytes: Read<number> = (value) =>
  typeof value === 'number' && value >= 0 ? value : refuse(value, 'a number of bytes');
const readKey = textAs('a name like "./Cart"', (name) => {
  const key = name.startsWith('./') ? name : `./${name}`;
  return isExposedKey(key) ? key : undefined;
});
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
  const { outFileName: url, ...exposed } = readExposed(value, base);
  return { ...exposed, url };
};

const readEntry = objectOf({
  name: readOptional,
  exposes: listOf(readModule),
  shared: listOf(readShared),
  chunks: mapOf(listOf(readNamedFile)),
  packages: readPackages,
  consumes: mapOf(
    objectOf({
      requiredVersion: readOptional,
      singleton: readFlag,
      strictVersion: readFlag,
      shareScope: readOptional,
    }),
  ),
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
 * // → { name: 'cart', base: 'https://cart.example/', exposes: [{ key: './Cart', url: 'https://cart.example/Cart-5EEC.js', styles: [], … }], shared: [], … }
 * ```
 *
 * Runs anywhere: pure.
 */
export function parseRemoteEntry(json: unknown, url: string, options: RemoteEntryOptions = {}): RemoteEntry {
  return readPlainEntry(json, url, options) ?? parseThoroughly(json, url, options);
}

/** Reads what may be unusual, or wrong: see {@link parseRemoteEntry}. */
export function parseThoroughly(json: unknown, url: string, options: RemoteEntryOptions): RemoteEntry {
  const { name: remote = '?' } = options;
  const base = new URL('.', url).href;
  const read: Read<RemoteEntry> = (value) => createEntry(readEntry(value, base), url, base, options);
  return readDocument(json, read, base, ({ field, expected, found }) => {
    const details = { remote, url, field: field.slice(1) || 'the document', expected, found };
    return explain('remote-entry-invalid', details);
  });
}

function createEntry(
  fields: ReturnType<typeof readEntry>,
  url: string,
  base: string,
  { name: wanted, provides = true }: RemoteEntryOptions,
): RemoteEntry {
  const {
    name: alias,
    exposes,
    shared,
    chunks,
    packages,
    consumes,
    files,
    integrity,
    buildNotificationsEndpoint,
  } = fields;
  requireUnique(exposes);
  const name = wanted ?? alias ?? refuse(alias, 'a string', '.name');
  const entryPoints = shared.some(Array.isArray) ? shared.flat() : (shared as SharedEntryPoint[]);
  const listed = entryPoints.filter(isChunk);
  const endpoint = endpointOf(buildNotificationsEndpoint, url);
  return {
    name,
    alias: alias === name ? undefined : alias,
    url,
    base,
    exposes,
    shared: listed.length > 0 ? entryPoints.filter((point) => !isChunk(point)) : entryPoints,
    // Whether the entry lists them as packages or as bundles.
    chunks: new Map([
      ...listed.map(({ specifier, file }) => [specifier, base + file] as const),
      ...[...chunks.values()].flat().map(([file, url]) => [chunkName(file), url] as const),
    ]),
    packages,
    ...(consumes.size > 0 && { consumes }),
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

function isChunk({ specifier }: SharedEntryPoint): boolean {
  return specifier.startsWith(chunkPrefix);
}

/** The name by which files import a chunk. */
function chunkName(file: string): string {
  return chunkPrefix + file.replace(/^\.\//, '').replace(/\.[cm]?js$/, '');
}

/** Where the dev server of a remote announces its builds; only the remote's own origin may. */
function endpointOf(address: string | undefined, url: string): string | undefined {
  const endpoint = address && parseUrl(address, url);
  return endpoint && endpoint.origin === new URL(url).origin ? endpoint.href : undefined;
}
