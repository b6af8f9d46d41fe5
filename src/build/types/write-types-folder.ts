import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BuildError } from '../build-error.js';
import { typesHeader } from './describe-remote-types.js';

/** What a folder of types is to hold. */
export interface TypesFolder {
  /** Text by path. */
  readonly files: ReadonlyMap<string, string>;
  /** Folders that stay as they are. */
  readonly kept: readonly string[];
}

const indexFile = 'index.d.ts';

/**
 * Puts files into a folder of their own, whole or not at all.
 *
 * @throws {@link BuildError} `output-unwritable`, also if the folder holds what was not written by this; it is as it was.
 */
export async function writeTypesFolder(folder: string, { files, kept }: TypesFolder): Promise<void> {
  const stage = `${folder}.${process.pid}.new`;
  const before = `${folder}.${process.pid}.old`;
  try {
    const hasBefore = await isOwn(folder);
    for (const name of kept) await cp(join(folder, name), join(stage, name), { recursive: true });
    for (const [path, text] of files) {
      await mkdir(dirname(join(stage, path)), { recursive: true });
      await writeFile(join(stage, path), text);
    }
    if (hasBefore) await rename(folder, before);
    await rename(stage, folder).catch(async (error) => {
      if (hasBefore) await rename(before, folder);
      throw error;
    });
  } catch (error) {
    if (error instanceof BuildError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new BuildError('output-unwritable', { folder, reason: code ?? message }, { cause: error });
  } finally {
    await rm(stage, { recursive: true, force: true });
    await rm(before, { recursive: true, force: true });
  }
}

/**
 * The remotes that a folder has types of, by their folders.
 *
 * @returns None if there is no such folder.
 */
export async function readTypesFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** Whether there is such a folder; one of somebody else is an error. */
async function isOwn(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (names === undefined) return false;
  const index = await readFile(join(folder, indexFile), 'utf8').catch(() => '');
  if (names.length > 0 && !index.startsWith(typesHeader))
    throw new BuildError('output-unwritable', { folder, reason: 'it holds files that are not of federation types' });
  return true;
}
