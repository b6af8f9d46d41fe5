import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isOfBuild } from './past-builds.js';
import { removeFiles } from './remove-files.js';

/** One file to write. */
export interface OutputFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly contents: Uint8Array | string;
}

/** How what is not in its place yet is called. */
export const stagePrefix = '.federation-stage-';
/** In a stage: what is about to be moved out of it. */
const listName = 'moving.json';

/**
 * A folder in the output's folder, so on the same disk, where files are written before they are moved to their places.
 *
 * Moving takes no room and does not write, so that what can fail has failed before. If it fails all the same, what was moved is moved back.
 */
export class Stage {
  readonly #folder: string;
  readonly #stage: string;
  readonly #due: string[] = [];

  constructor(folder: string) {
    this.#folder = folder;
    this.#stage = join(folder, `${stagePrefix}${process.pid}-${randomBytes(4).toString('hex')}`);
  }

  /**
   * Writes what is not there yet.
   *
   * @param last - What this process wrote there before: what is the same in memory is not read again.
   */
  async write(files: readonly OutputFile[], last: ReadonlyMap<string, OutputFile['contents']>): Promise<void> {
    await mkdir(this.#stage, { recursive: true });
    const folders = new Set(files.map(({ path }) => dirname(path)));
    const both = [...folders].flatMap((path) => [join(this.#stage, path), join(this.#folder, path)]);
    await Promise.all(both.map((path) => mkdir(path, { recursive: true })));
    const isDue = await Promise.all(
      files.map(async ({ path, contents }) => {
        const place = join(this.#folder, path);
        const isSame = last.get(path) === contents;
        if (await (isSame ? hasSize(place, contents.length) : isThere(place, contents))) return false;
        await writeFile(join(this.#stage, path), contents);
        return true;
      }),
    );
    this.#due.push(...files.filter((_, index) => isDue[index]).map(({ path }) => path));
    await writeFile(join(this.#stage, listName), JSON.stringify(this.#due));
  }

  /** Moves the files to their places, in the order in which they were given; all of them or none. */
  async move(): Promise<void> {
    const undo: (() => Promise<unknown>)[] = [];
    try {
      for (const path of this.#due) {
        const place = join(this.#folder, path);
        const before = join(this.#stage, `${path}.before`);
        const wasThere = await copyFile(place, before).then(
          () => true,
          (error: NodeJS.ErrnoException) => {
            if (error.code === 'ENOENT') return false;
            throw error;
          },
        );
        await rename(join(this.#stage, path), place);
        undo.push(() => (wasThere ? rename(before, place) : removeFiles(this.#folder, [path])));
      }
    } catch (error) {
      for (const one of undo.reverse()) await one().catch(() => undefined);
      throw error;
    }
  }

  async remove(): Promise<void> {
    await rm(this.#stage, { recursive: true, force: true }).catch(() => undefined);
  }
}

/**
 * Removes the stages of builds that were killed, and what these had moved already.
 *
 * @param known - Files that are in their places by right.
 */
export async function removeAbandoned(folder: string, known: ReadonlySet<string>): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const abandoned = names.filter(
    (name) => name.startsWith(stagePrefix) && !isAlive(Number.parseInt(name.slice(stagePrefix.length), 10)),
  );
  for (const name of abandoned) {
    const moving = await readFile(join(folder, name, listName), 'utf8')
      .then(readList)
      .catch(() => []);
    await removeFiles(
      folder,
      moving.filter((path) => isOfBuild(path) && !known.has(path)),
    );
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

function readList(text: string): string[] {
  const list: unknown = JSON.parse(text);
  return Array.isArray(list) ? list.filter((path) => typeof path === 'string') : [];
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

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
