import { rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Removes files of a folder, by paths relative to it, and the folders that are empty then. What is not there is fine. */
export async function removeFiles(folder: string, paths: readonly string[]): Promise<void> {
  await Promise.all(paths.map((path) => rm(join(folder, path), { force: true })));
  const folders = new Set(paths.map(dirname).filter((path) => path !== '.'));
  for (const path of folders) await removeEmpty(folder, path);
}

async function removeEmpty(folder: string, path: string): Promise<void> {
  for (let inner = path; inner !== '.'; inner = dirname(inner)) {
    const isGone = await rmdir(join(folder, inner)).then(
      () => true,
      ({ code }: NodeJS.ErrnoException) => code === 'ENOENT',
    );
    if (!isGone) return;
  }
}
