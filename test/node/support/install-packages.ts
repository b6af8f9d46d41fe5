import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);
// Not below node_modules, where bundlers and this build take everything for an installed package.
const cache = fileURLToPath(new URL('../../../.federation/test-packages/', import.meta.url));

/** Packages by name, each with the range that is wanted. */
export type Dependencies = Readonly<Record<string, string>>;

/**
 * A folder in whose `node_modules` real packages from the registry lie.
 *
 * Each set is installed once, whoever asks first: the others wait for the lock, and find it done.
 */
export async function installPackages(dependencies: Dependencies): Promise<string> {
  const key = createHash('sha256')
    .update(JSON.stringify(Object.entries(dependencies).sort()))
    .digest('hex')
    .slice(0, 12);
  const folder = `${cache}${key}`;
  if (existsSync(`${folder}/package.json`)) return folder;
  await mkdir(cache, { recursive: true });
  const lock = `${folder}.lock`;
  const release = await acquire(lock);
  try {
    if (!existsSync(`${folder}/package.json`)) await install(dependencies, folder);
  } finally {
    await release();
  }
  return folder;
}

async function install(dependencies: Dependencies, folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  await writeFile(`${unfinished}/package.json`, JSON.stringify({ name: 'packages', private: true, dependencies }));
  const parameters = ['install', '--silent', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts'];
  await execute('npm', parameters, { cwd: unfinished });
  await rename(unfinished, folder);
}

const abandonedAfter = 60_000;

/** A folder is made by one process only; one that nobody has touched for a minute belongs to a process that is gone. */
async function acquire(lock: string): Promise<() => Promise<void>> {
  for (;;) {
    try {
      await mkdir(lock);
      const beat = setInterval(() => utimes(lock, new Date(), new Date()).catch(() => undefined), abandonedAfter / 4);
      return async () => {
        clearInterval(beat);
        await rm(lock, { recursive: true, force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const age = await stat(lock).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      );
      if (age > abandonedAfter) await rm(lock, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
