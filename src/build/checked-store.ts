import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How many files a store may have before it looks for those that nobody uses. */
const fewFiles = 500;
/** In milliseconds: a week. */
const unusedTime = 7 * 24 * 60 * 60 * 1000;

/**
 * Values in files of a folder, that several processes may read and write at the same time.
 *
 * Each file appears whole and carries a checksum: one that is damaged counts as none.
 */
export class CheckedStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What was written under a name; `undefined` if nothing was, or if it is damaged. */
  async read<Value>(name: string): Promise<Value | undefined> {
    const file = join(this.#folder, name);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (hashText(body) !== text.slice(0, end)) return undefined;
    const now = new Date();
    // Notes the use. Where it cannot, because the folder is only for reading, nothing is forgotten either.
    await utimes(file, now, now).catch(() => undefined);
    return JSON.parse(body);
  }

  /** Writes a value, as JSON has it; does nothing where it cannot, because a store may be missing. */
  async write(name: string, value: unknown): Promise<void> {
    const body = JSON.stringify(value);
    const unfinished = join(this.#folder, `${name}.${process.pid}-${randomBytes(4).toString('hex')}`);
    try {
      await mkdir(this.#folder, { recursive: true });
      await writeFile(unfinished, `${hashText(body)}\n${body}`);
      await rename(unfinished, join(this.#folder, name));
    } catch {
      await rm(unfinished, { force: true }).catch(() => undefined);
    }
  }

  /**
   * Forgets what nobody has used for a week before this process began, once there are many files: so whatever this
   * process has read or written stays, however much it is. To be called when it has read all that it wants.
   */
  async forget(): Promise<void> {
    const entries = await readdir(this.#folder, { withFileTypes: true }).catch(() => []);
    const files = entries.filter((entry) => entry.isFile()).map(({ name }) => join(this.#folder, name));
    if (files.length <= fewFiles) return;
    const uses = await Promise.all(files.map(lastUseOf));
    const unused = files.filter((_, index) => (uses[index] ?? Infinity) < performance.timeOrigin - unusedTime);
    await Promise.all(unused.map((file) => rm(file, { force: true }).catch(() => undefined)));
  }
}

/** Milliseconds since 1970; `undefined` if the file is gone. */
async function lastUseOf(file: string): Promise<number | undefined> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
}

/** A short name for a text that no other text has. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 32);
}
