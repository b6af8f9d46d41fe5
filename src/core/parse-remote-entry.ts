import { FederationError } from './errors.js';
import { isIntegrity } from './integrity.js';
import {
  describe,
  type JsonObject,
  Mismatch,
  readFlag,
  readList,
  readObject,
  readOptionalString,
  readRecord,
  readString,
} from './json-shape.js';
import { packageNameOf } from './package-name.js';
import { parseUrl } from './parse-url.js';
import type { ExposedModule, FileFacts, PackageFacts, RemoteEntry, SharedEntryPoint } from './remote-entry.js';

/** What the page knows of a remote before it reads the entry. */
export interface RemoteEntryOptions {
  /** The remote's key in the manifest; default: the `name` in the entry. */
  readonly name?: string;
  /** Which of its packages other remotes may be given; default: all. */
  readonly provides?: boolean | readonly string[];
}

/** Far above any real entry; what is above it would only hold up the page. */
const mostItems = 50_000;
/** Native Federation's name for a chunk that files import by name. */
const chunkPrefix = '@nf-internal/';
/** An npm name and a path in the package; so neither a URL, nor a path, nor a prefix. */
const bareSpecifier = /^(?:@[\w.~-]+\/)?[\w~-][\w.~-]*(?:\/(?!\.\.?(?:\/|$))[\w.~@+$%-]+)*$/;
/** What a page may ask for: names and folders, each beginning with something else than a dot. */
const exposedKey = /^\.(?:\/[\w@$~+-][\w@$~+.-]*)+$/;
/** File names that need no URL parser to be sure that they stay below their directory. */
const plainFileName = /^(?:[\w@+~-][\w@.+~-]*\/)*[\w@+~-][\w@.+~-]*$/;

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
  try {
    return readEntry(readObject(json, 'the document'), url, options);
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error;
    const { field, expected } = error;
    const found = describe(error.found);
    throw new FederationError('remote-entry-invalid', { remote: options.name ?? '?', url, field, expected, found });
  }
}

function readEntry(entry: JsonObject, url: string, options: RemoteEntryOptions): RemoteEntry {
  const base = new URL('.', url).href;
  const file = (value: unknown, field: string): string => readFileUrl(value, field, base);
  const shared = readList(entry.shared, 'shared', mostItems, (item) => readShared(readObject(item, ''), file)).flat();
  const exposes = readList(entry.exposes, 'exposes', mostItems, (item) => readExposed(readObject(item, ''), file));
  requireUnique(exposes);
  const endpoint = readEndpoint(entry.buildNotificationsEndpoint, url);
  const alias = readOptionalString(entry.name, 'name');
  return {
    name: options.name ?? readString(alias, 'name'),
    ...(options.name && alias && alias !== options.name && { alias }),
    url,
    base,
    exposes,
    shared: shared.filter(({ specifier }) => !specifier.startsWith(chunkPrefix)),
    chunks: readChunks(entry, shared, file),
    packages: readRecord(entry.packages, 'packages', mostItems, readPackage),
    files: resolveKeys(
      readRecord(entry.files, 'files', mostItems, (item) => readFile(readObject(item, ''), file)),
      base,
    ),
    integrity: resolveKeys(readRecord(entry.integrity, 'integrity', mostItems, readIntegrity), base),
    provides: options.provides ?? true,
    ...(endpoint && { buildNotificationsEndpoint: endpoint }),
  };
}

type ReadFile = (value: unknown, field: string) => string;

function readExposed(exposed: JsonObject, file: ReadFile): ExposedModule {
  const name = readString(exposed.key, 'key');
  const key = name.startsWith('./') ? name : `./${name}`;
  if (!exposedKey.test(key)) throw new Mismatch('key', 'a name like "./Cart"', name);
  const element = readOptionalString(exposed.element, 'element');
  const types = readOptionalString(exposed.types, 'types');
  return {
    key,
    url: file(exposed.outFileName, 'outFileName'),
    styles: readList(exposed.styles, 'styles', mostItems, file),
    ...(element && { element }),
    ...(types && { types: file(types, 'types') }),
  };
}

function requireUnique(exposes: readonly ExposedModule[]): void {
  const keys = new Set<string>();
  for (const { key } of exposes) {
    if (keys.has(key)) throw new Mismatch('exposes', 'each key once', key);
    keys.add(key);
  }
}

/** One entry point, or all that a dense group holds. */
function readShared(shared: JsonObject, file: ReadFile): SharedEntryPoint[] {
  const packageName = readSpecifier(shared.packageName, 'packageName');
  const version = readOptionalString(shared.version, 'version');
  const facts = {
    version,
    requiredVersion: readOptionalString(shared.requiredVersion, 'requiredVersion'),
    singleton: readFlag(shared.singleton, 'singleton'),
    strictVersion: readFlag(shared.strictVersion, 'strictVersion'),
    shareScope: readOptionalString(shared.shareScope, 'shareScope'),
    pool: readOptionalString(shared.pool, 'pool'),
  };
  const entryPoint = (specifier: string, url: string): SharedEntryPoint => ({
    specifier,
    packageName: packageNameOf(specifier),
    url,
    ...facts,
  });
  if (shared.entries === undefined) return [entryPoint(packageName, file(shared.outFileName, 'outFileName'))];
  const entries = readRecord(shared.entries, 'entries', mostItems, (item, name): [string, string] => [
    readSpecifier(name, ''),
    file(item, ''),
  ]);
  return [...entries.values()].map(([specifier, url]) => entryPoint(specifier, url));
}

function readSpecifier(value: unknown, field: string): string {
  const specifier = readString(value, field);
  if (!bareSpecifier.test(specifier)) throw new Mismatch(field, 'a name like "lit" or "lit/decorators.js"', specifier);
  return specifier;
}

/** The chunks that files import by name, whether the entry lists them as packages or as bundles. */
function readChunks(entry: JsonObject, shared: readonly SharedEntryPoint[], file: ReadFile): Map<string, string> {
  const chunks = new Map<string, string>();
  for (const { specifier, url } of shared) if (specifier.startsWith(chunkPrefix)) chunks.set(specifier, url);
  const bundles = readRecord(entry.chunks, 'chunks', mostItems, (item) =>
    readList(item, '', mostItems, (name, field) => [readString(name, field), file(name, field)] as const),
  );
  for (const [name, url] of [...bundles.values()].flat()) {
    chunks.set(chunkPrefix + name.replace(/^\.\//, '').replace(/\.[cm]?js$/, ''), url);
  }
  return chunks;
}

function readPackage(value: unknown): PackageFacts {
  const { version, dependencies } = readObject(value, '');
  return {
    version: readString(version, 'version'),
    dependencies: readRecord(dependencies, 'dependencies', mostItems, (range) => readString(range, '')),
  };
}

function readFile(facts: JsonObject, file: ReadFile): FileFacts {
  const { bytes } = facts;
  if (typeof bytes !== 'number' || !(bytes >= 0)) throw new Mismatch('bytes', 'a number of bytes', bytes);
  return {
    bytes,
    imports: readList(facts.imports, 'imports', mostItems, file),
    externals: readList(facts.externals, 'externals', mostItems, readString),
    dynamicImports: readList(facts.dynamicImports, 'dynamicImports', mostItems, file),
    dynamicExternals: readList(facts.dynamicExternals, 'dynamicExternals', mostItems, readString),
  };
}

function readIntegrity(value: unknown): string {
  const integrity = readString(value, '');
  if (!isIntegrity(integrity)) throw new Mismatch('', 'a hash like "sha384-…"', integrity);
  return integrity;
}

/** By URL; what is said of files outside the directory is nobody's business, and dropped. */
function resolveKeys<Value>(record: ReadonlyMap<string, Value>, base: string): Map<string, Value> {
  const resolved = new Map<string, Value>();
  for (const [name, value] of record) {
    const url = fileUrl(name, base);
    if (url !== undefined) resolved.set(url, value);
  }
  return resolved;
}

function readFileUrl(value: unknown, field: string, base: string): string {
  const url = fileUrl(readString(value, field), base);
  if (url === undefined) throw new Mismatch(field, 'a file below the directory of the entry', value);
  return url;
}

function fileUrl(name: string, base: string): string | undefined {
  if (plainFileName.test(name)) return base + name;
  // The URL parser would strip or turn these, so that another file than the one written would be fetched.
  if (/[\0-\x20#\\]/.test(name)) return undefined;
  const href = parseUrl(name, base)?.href;
  return href?.startsWith(base) && href !== base ? href : undefined;
}

/** Where the dev server of a remote announces its builds; only the remote's own origin may. */
function readEndpoint(value: unknown, url: string): string | undefined {
  const endpoint = readOptionalString(value, 'buildNotificationsEndpoint');
  if (endpoint === undefined) return undefined;
  const resolved = parseUrl(endpoint, url);
  return resolved?.origin === new URL(url).origin ? resolved.href : undefined;
}
