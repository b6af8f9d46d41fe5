import type { ManifestRemote } from '../../core/manifest.js';
import { parseRemoteEntry } from '../../core/parse-remote-entry.js';
import type { RemoteEntry } from '../../core/remote-entry.js';
import { BuildError } from '../build-error.js';
import { createLimiter } from './create-limiter.js';
import { isDeclaration } from './declaration-paths.js';
import { readPublishedTypes } from './published-types.js';
import { matchesIntegrity, readSource, type Source, SourceError } from './read-source.js';

/** The types that a remote publishes. */
export interface RemoteTypes {
  readonly name: string;
  /** URL of its entry. */
  readonly url: string;
  /** By key, as in `./Cart`: the path of its declarations; `undefined` if it has none. */
  readonly modules: ReadonlyMap<string, string | undefined>;
  /** Declarations by path, relative to the entry. */
  readonly files: ReadonlyMap<string, string>;
}

const entryBytes = 16_000_000;
const fileBytes = 4_000_000;
const remoteBytes = 64_000_000;
const mostFiles = 5_000;
const atOnce = 16;

/** Names that are files on every disk, and none that is hidden. */
const safePath = /^(?:[\w@+~()$-][\w@.+~()$-]*\/)*[\w@+~()$-][\w@.+~()$-]*$/;

/**
 * Fetches what a remote says of its types: its entry, the declarations that the entry lists, and those that they name.
 *
 * Only what lies below the directory of the entry is fetched.
 *
 * @param timeout - For each file, in milliseconds.
 * @throws {@link BuildError} `types-unreadable`; FederationError `remote-entry-invalid`
 */
export async function fetchRemoteTypes(remote: ManifestRemote, timeout: number): Promise<RemoteTypes> {
  const { name } = remote;
  const entry = await readEntry(remote, timeout);
  const modules = new Map(
    entry.exposes.map(({ key, types }) => [key, types && pathOf(types.slice(entry.base.length), { name, url: types })]),
  );
  const roots = [...new Set(modules.values())].filter((path) => path !== undefined);
  const files = await readPublishedTypes(roots, createReader(entry, roots, timeout));
  return { name, url: entry.url, modules, files };
}

async function readEntry({ name, urls, integrity }: ManifestRemote, timeout: number): Promise<RemoteEntry> {
  let failure: unknown;
  for (const url of urls) {
    try {
      const source = await read(url, { name, url }, { timeout, bytes: entryBytes });
      if (integrity !== undefined && !matchesIntegrity(source.contents, integrity))
        throw unreadable(name, url, 'its hash is not the one that the manifest gives');
      return parseRemoteEntry(parseJson(source.text, { name, url }), source.url, { name });
    } catch (error) {
      failure ??= error;
    }
  }
  throw failure;
}

interface Place {
  readonly name: string;
  readonly url: string;
}

function parseJson(text: string, { name, url }: Place): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(name, url, `it is not JSON (${(error as Error).message})`, { cause: error });
  }
}

/** Reads declarations, so many at once and so much in all. */
function createReader(
  { name, base }: RemoteEntry,
  roots: readonly string[],
  timeout: number,
): (path: string) => Promise<string | undefined> {
  const limited = createLimiter(atOnce);
  let files = 0;
  let bytes = 0;
  return async (path) => {
    const url = base + path;
    pathOf(path, { name, url });
    files += 1;
    if (files > mostFiles) throw unreadable(name, url, `there are more than ${mostFiles} files`);
    try {
      const source = await limited(() => read(url, { name, url }, { timeout, bytes: fileBytes }));
      if (!source.url.startsWith(base)) throw unreadable(name, url, `it is elsewhere, at ${source.url}`);
      bytes += source.contents.byteLength;
      if (bytes > remoteBytes) throw unreadable(name, url, `there are more than ${remoteBytes / 1_000_000} MB in all`);
      return source.text;
    } catch (error) {
      // One that a declaration names may be somewhere else, as in `./a` for `./a/index.d.ts`.
      if (isMissing(error) && !roots.includes(path)) return undefined;
      throw error;
    }
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof BuildError && error.cause instanceof SourceError && error.cause.isMissing;
}

async function read(url: string, { name }: Place, limits: { timeout: number; bytes: number }): Promise<Source> {
  try {
    return await readSource(url, limits);
  } catch (error) {
    throw unreadable(name, url, (error as Error).message, { cause: error });
  }
}

/** A path as it can be written to a disk. */
function pathOf(path: string, { name, url }: Place): string {
  if (!isDeclaration(path)) throw unreadable(name, url, 'it is no declaration file, as in Cart.d.ts');
  if (!safePath.test(path))
    throw unreadable(name, url, 'it leads out of the directory of the entry, or is no plain path');
  return path;
}

function unreadable(remote: string, url: string, reason: string, options?: ErrorOptions): BuildError {
  return new BuildError('types-unreadable', { remote, url, reason }, options);
}
