import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BuildError } from './build-error.js';
import { entryFileName } from './past-builds.js';
import { type OutputFile, stagePrefix } from './stage.js';

/**
 * Puts a build's files into a folder that this process has written before: only those that are new, and in one go,
 * because that is a matter of a few small files.
 *
 * @param last - What was written there last.
 * @throws {@link BuildError} `output-unwritable`; the folder is as it was.
 */
export function writeChanges(folder: string, files: readonly OutputFile[], last: readonly OutputFile[]): void {
  const before = new Map(last.map(({ path, contents }) => [path, contents]));
  const isDue = ({ path, contents }: OutputFile): boolean =>
    !isSame(before.get(path), contents) || !existsSync(join(folder, path));
  const due = files.filter(isDue).sort((a, b) => Number(a.path === entryFileName) - Number(b.path === entryFileName));
  const moved: string[] = [];
  try {
    for (const { path, contents } of due) {
      put(folder, path, contents);
      moved.push(path);
    }
  } catch (error) {
    undo(folder, moved, before);
    const { code, message } = error as NodeJS.ErrnoException;
    throw new BuildError('output-unwritable', { folder, reason: code ?? message }, { cause: error });
  }
  const present = new Set(files.map(({ path }) => path));
  for (const path of before.keys()) if (!present.has(path)) rmSync(join(folder, path), { force: true });
}

/** A file appears whole: it is written beside its place and moved there. */
function put(folder: string, path: string, contents: OutputFile['contents']): void {
  const stage = join(folder, `${stagePrefix}${process.pid}-change`);
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  try {
    writeFileSync(stage, contents);
    renameSync(stage, join(folder, path));
  } catch (error) {
    rmSync(stage, { force: true });
    throw error;
  }
}

function undo(folder: string, moved: readonly string[], before: ReadonlyMap<string, OutputFile['contents']>): void {
  for (const path of moved) {
    const contents = before.get(path);
    if (contents === undefined) rmSync(join(folder, path), { force: true });
    else put(folder, path, contents);
  }
}

function isSame(before: OutputFile['contents'] | undefined, now: OutputFile['contents']): boolean {
  if (before === now) return true;
  return before !== undefined && Buffer.from(before).equals(Buffer.from(now));
}
