import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How many files a store has before it forgets the older half. */
const mostFiles = 500;

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
    const text = await readFile(join(this.#folder, name), 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    return hashText(body) === text.slice(0, end) ? JSON.parse(body) : undefined;
  }

  /** Writes a value, as JSON has it; does nothing where it cannot, because a store may be missing. */
  async write(name: string, value: unknown): Promise<void> {
    const body = JSON.stringify(value);
    const unfinished = join(this.#folder, `${name}.${process.pid}-${randomBytes(4).toString('hex')}`);
    try {
      await mkdir(this.#folder, { recursive: true });
      await writeFile(unfinished, `${hashText(body)}\n${body}`);
      await rename(unfinished, join(this.#folder, name));
      await this.#forget();
    } catch {
      await rm(unfinished, { force: true }).catch(() => undefined);
    }
  }

  async #forget(): Promise<void> {
    const names = await readdir(this.#folder);
    if (names.length <= mostFiles) return;
    const files = names.map((name) => join(this.#folder, name));
    const ages = await Promise.all(
      files.map((file) =>
        stat(file).then(
          ({ mtimeMs }) => mtimeMs,
          () => 0,
        ),
      ),
    );
    const oldest = files
      .map((file, index) => ({ file, age: ages[index] ?? 0 }))
      .sort((a, b) => a.age - b.age)
      .slice(0, files.length - mostFiles / 2);
    await Promise.all(oldest.map(({ file }) => rm(file, { force: true })));
  }
}

/** A short name for a text that no other text has. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 32);
}
