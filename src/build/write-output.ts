import { BuildError } from './build-error.js';
import { entryFileName, readPastBuilds, recordFileName, retainBuilds } from './past-builds.js';
import { removeFiles } from './remove-files.js';
import { type OutputFile, removeAbandoned, Stage } from './stage.js';

/** How an output is written. */
export interface WriteOptions {
  /** How many builds before this one keep their files, for pages that are still open; default 0. */
  readonly keep?: number;
  /** What this process wrote there before, if it did: what is the same in memory is not read again. */
  readonly last?: readonly OutputFile[];
}

/**
 * Puts a build's files into a folder, whole or not at all.
 *
 * All bytes are written beside their places first; then each file is moved into its place, the entry last. As names carry
 * hashes, the files of the build before stay right until then; afterwards those go that neither this build nor one that
 * is kept names. Which builds there were stands in a file beside the entry, as long as any is kept. Files that no build wrote are left alone.
 *
 * @throws {@link BuildError} `output-unwritable`; the folder is as it was.
 */
export async function writeOutput(
  folder: string,
  files: readonly OutputFile[],
  { keep = 0, last = [] }: WriteOptions = {},
): Promise<void> {
  const past = await readPastBuilds(folder);
  const present = files.map(({ path }) => path);
  const { kept, gone } = retainBuilds(past, present, keep);
  const stage = new Stage(folder);
  try {
    await removeAbandoned(folder, new Set([past.last, ...past.earlier].flat()));
    await stage.write(inOrder(files, kept), new Map(last.map(({ path, contents }) => [path, contents])));
    await stage.move();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new BuildError('output-unwritable', { folder, reason: code ?? message }, { cause: error });
  } finally {
    await stage.remove();
  }
  await removeFiles(folder, kept.length > 0 ? gone : [...gone, recordFileName]);
}

/** The entry last; before it what pages do not ask for by a name with a hash. */
function inOrder(files: readonly OutputFile[], kept: readonly (readonly string[])[]): OutputFile[] {
  const record = kept.length > 0 ? [{ path: recordFileName, contents: `${JSON.stringify(kept)}\n` }] : [];
  const isEntry = ({ path }: OutputFile): boolean => path === entryFileName;
  return [...files.filter((file) => !isEntry(file)), ...record, ...files.filter(isEntry)];
}
