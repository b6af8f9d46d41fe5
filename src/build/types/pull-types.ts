import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CodedError } from '../../core/coded-error.js';
import { type Manifest, parseManifest } from '../../core/manifest.js';
import { BuildError } from '../build-error.js';
import { createLimiter } from './create-limiter.js';
import { describeAllTypes, describeRemoteTypes, remoteFolder, typesPackage } from './describe-remote-types.js';
import { fetchRemoteTypes, type RemoteTypes } from './fetch-remote-types.js';
import { isUrl } from './find-manifest.js';
import { readSource } from './read-source.js';
import { readTypesFolder, writeTypesFolder } from './write-types-folder.js';

/** Whose types are wanted, and where they go. */
export interface PullTypesOptions {
  /** Path or URL of the manifest. */
  readonly manifest: string;
  /** URL that the manifest will have, for its relative addresses; default: its own. */
  readonly base?: string;
  /** Default `federation-types`. */
  readonly outDir?: string;
  /** For each file, in milliseconds; default 10,000. */
  readonly timeout?: number;
  /** Is told whenever a remote is done. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** What came of it. */
export interface PulledTypes {
  /** Absolute. */
  readonly outDir: string;
  /** In the order of the manifest. */
  readonly remotes: readonly PulledRemote[];
}

/** What came of one remote. */
export interface PulledRemote {
  readonly name: string;
  /** Keys of its modules that have types. */
  readonly typed: readonly string[];
  /** Keys of its modules that have none, and can be anything. */
  readonly untyped: readonly string[];
  /** Why its types could not be read. What was there of it before has been kept. */
  readonly error?: Fault;
}

/** An error with its code. */
export interface Fault extends Error {
  readonly code: string;
  readonly details: unknown;
}

const manifestBytes = 16_000_000;
const atOnce = 8;

/**
 * Fetches the declared types of a manifest's remotes, and writes them into a folder that TypeScript can include.
 *
 * Then `loadRemoteModule('cart', './Cart')`, `federation.loadModule` and `import('cart/Cart')` are typed, and a name that
 * no remote has fails the type check. A remote that cannot be read is a fault of its own: the others are written, and
 * what the folder had of it stays.
 *
 * @throws {@link BuildError} `manifest-unreadable`, `output-unwritable`; FederationError `manifest-invalid`
 *
 * Runs in Node.
 */
export async function pullTypes(options: PullTypesOptions): Promise<PulledTypes> {
  const { timeout = 10_000, onProgress = () => undefined } = options;
  const outDir = resolve(options.outDir ?? 'federation-types');
  const manifest = await readManifest(options, timeout);
  const all = manifest.remotes.size + manifest.faults.size;
  let done = manifest.faults.size;
  const limited = createLimiter(atOnce);
  const fetched = await Promise.all(
    [...manifest.remotes.values()].map(async (remote) => {
      const types = await limited(() => fetchRemoteTypes(remote, timeout).catch(faultOf));
      done += 1;
      onProgress(done, all);
      return [remote.name, types] as const;
    }),
  );
  const outcomes = new Map<string, RemoteTypes | Fault>([...fetched, ...manifest.faults]);
  await write(outDir, outcomes);
  return { outDir, remotes: [...outcomes].map(([name, outcome]) => summarize(name, outcome)) };
}

/** Only what was thrown on purpose is the fault of a remote. */
function faultOf(error: unknown): Fault {
  if (isFault(error)) return error;
  throw error;
}

function isFault(value: unknown): value is Fault {
  return value instanceof CodedError;
}

async function readManifest({ manifest, base }: PullTypesOptions, timeout: number): Promise<Manifest> {
  const url = isUrl(manifest) ? manifest : pathToFileURL(resolve(manifest)).href;
  const fail = (reason: string, cause: unknown): never => {
    throw new BuildError('manifest-unreadable', { manifest, reason }, { cause });
  };
  const source = await readSource(url, { timeout, bytes: manifestBytes }).catch((error) => fail(error.message, error));
  let json: unknown;
  try {
    json = JSON.parse(source.text);
  } catch (error) {
    fail(`it is not JSON (${(error as Error).message})`, error);
  }
  return parseManifest(json, base ?? source.url);
}

async function write(outDir: string, outcomes: ReadonlyMap<string, RemoteTypes | Fault>): Promise<void> {
  const before = new Set(await readTypesFolder(outDir));
  const files = new Map<string, string>();
  const kept: string[] = [];
  const folders: string[] = [];
  for (const [name, outcome] of outcomes) {
    const folder = remoteFolder(name);
    // The name of a remote with a fault may be the fault.
    if (!/^@?\w[\w@.+-]*$/.test(folder)) continue;
    folders.push(folder);
    if (isFault(outcome) && before.has(folder) && existsSync(join(outDir, folder, 'index.d.ts'))) kept.push(folder);
    else
      for (const [path, text] of describeRemoteTypes(isFault(outcome) ? name : outcome))
        files.set(`${folder}/${path}`, text);
  }
  files.set('index.d.ts', describeAllTypes(folders));
  files.set('package.json', typesPackage);
  await writeTypesFolder(outDir, { files, kept });
}

function summarize(name: string, outcome: RemoteTypes | Fault): PulledRemote {
  if (isFault(outcome)) return { name, typed: [], untyped: [], error: outcome };
  const keys = [...outcome.modules.keys()];
  const isTyped = (key: string): boolean => outcome.modules.get(key) !== undefined;
  return { name, typed: keys.filter(isTyped), untyped: keys.filter((key) => !isTyped(key)) };
}
