import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BuildError } from './build-error.js';
import type { RemoteEntryDocument } from './remote-entry-document.js';
import { typesFolder } from './types/declare-types.js';
import { readPublishedTypes } from './types/published-types.js';

/** One file to write. */
export interface OutputFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly contents: Uint8Array | string;
}

/** The file that makes an output whole: until it is in place, pages see the one before. */
export const entryFileName = 'remoteEntry.json';
const stagePrefix = '.federation-stage-';
const hashedName = /-[0-9A-Z]{8}\.\w+(?:\.map)?$/;

/**
 * Puts a build's files into a folder, whole or not at all.
 *
 * All bytes are written beside their places first; then each file is moved into its place, the entry last. As names carry
 * hashes, the files of the build before stay right until then; afterwards those that nobody names any more go. Files
 * that no build wrote are left alone.
 *
 * @param last - What this process wrote there before, if it did: what is the same in memory is not read again.
 * @throws {@link BuildError} `output-unwritable`; the folder is as it was.
 */
export async function writeOutput(
  folder: string,
  files: readonly OutputFile[],
  last: readonly OutputFile[] = [],
): Promise<void> {
  const stage = join(folder, `${stagePrefix}${process.pid}-${randomBytes(4).toString('hex')}`);
  const before = await readWritten(folder);
  try {
    await removeAbandoned(folder);
    const due = await stageFiles(stage, folder, files, new Map(last.map(({ path, contents }) => [path, contents])));
    for (const path of due) await rename(join(stage, path), join(folder, path));
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new BuildError('output-unwritable', { folder, reason: code || message }, { cause: error });
  } finally {
    await rm(stage, { recursive: true, force: true }).catch(() => undefined);
  }
  const kept = new Set(files.map(({ path }) => path));
  await removeFiles(
    folder,
    before.filter((path) => !kept.has(path)),
  );
}

/** Writes what is not there yet; gives back the paths, the entry last. */
async function stageFiles(
  stage: string,
  folder: string,
  files: readonly OutputFile[],
  last: ReadonlyMap<string, OutputFile['contents']>,
): Promise<string[]> {
  await mkdir(stage, { recursive: true });
  const folders = new Set(files.map(({ path }) => dirname(path)));
  await Promise.all(
    [...folders].flatMap((path) => [stage, folder].map((base) => mkdir(join(base, path), { recursive: true }))),
  );
  const staged = await Promise.all(
    files.map(async ({ path, contents }) => {
      const isSame = last.get(path) === contents;
      if (await (isSame ? hasSize(join(folder, path), contents.length) : isThere(join(folder, path), contents)))
        return [];
      await writeFile(join(stage, path), contents);
      return [path];
    }),
  );
  const due = staged.flat();
  return [...due.filter((path) => path !== entryFileName), ...due.filter((path) => path === entryFileName)];
}

async function isThere(file: string, contents: Uint8Array | string): Promise<boolean> {
  try {
    return (await readFile(file)).equals(Buffer.from(contents));
  } catch {
    return false;
  }
}

async function hasSize(file: string, bytes: number): Promise<boolean> {
  return (await stat(file).catch(() => undefined))?.size === bytes;
}

/**
 * What the build before wrote, by its own entry: names with a hash, which no person gives a file, and declarations that
 * the exposed modules name.
 */
async function readWritten(folder: string): Promise<string[]> {
  try {
    const entry = JSON.parse(await readFile(join(folder, entryFileName), 'utf8'));
    const written = Object.keys(entry.files ?? {});
    const inside = written.filter((path) => hashedName.test(path) && !path.split('/').includes('..'));
    return [...inside, ...inside.map((path) => `${path}.map`), ...(await readTypes(folder, entry))];
  } catch {
    return [];
  }
}

async function readTypes(folder: string, { exposes = [] }: Partial<RemoteEntryDocument>): Promise<string[]> {
  const roots = exposes.flatMap(({ types }) => types ?? []);
  const inside = new RegExp(`^${typesFolder}/(?!.*\\.\\.)`);
  const texts = await readPublishedTypes(roots, async (path) =>
    inside.test(path) ? readFile(join(folder, path), 'utf8').catch(() => undefined) : undefined,
  );
  return [...texts.keys()];
}

async function removeFiles(folder: string, paths: readonly string[]): Promise<void> {
  await Promise.all(paths.map((path) => rm(join(folder, path), { force: true })));
  const folders = new Set(paths.map(dirname).filter((path) => path !== '.'));
  for (const path of folders) await removeEmpty(folder, path);
}

async function removeEmpty(folder: string, path: string): Promise<void> {
  for (let inner = path; inner !== '.'; inner = dirname(inner)) {
    const emptied = await rmdir(join(folder, inner)).then(
      () => true,
      () => false,
    );
    if (!emptied) return;
  }
}

/** What builds left behind that were killed. */
async function removeAbandoned(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const abandoned = names.filter(
    (name) => name.startsWith(stagePrefix) && !isAlive(Number.parseInt(name.slice(stagePrefix.length), 10)),
  );
  await Promise.all(abandoned.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
