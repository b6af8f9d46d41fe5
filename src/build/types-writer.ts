import type { WrittenFile } from './build.js';
import type { SourceProblem } from './build-error.js';
import { writeChanges } from './write-changes.js';

/** Declarations, and what the compiler found doubtful. */
export interface MadeTypes {
  readonly files: readonly WrittenFile[];
  readonly warnings: readonly SourceProblem[];
}

/** What came of the declarations of a build: they are written, or those before are as they were. */
export type WrittenTypes = MadeTypes | { readonly error: Error };

/**
 * Writes the declarations of a project that is built again and again, after its builds, which do not wait for them.
 *
 * One compiler runs at a time, and only for the latest build: what is declared for one that is no longer the latest is
 * left out.
 */
export class TypesWriter {
  #latest = 0;
  #files: readonly WrittenFile[] = [];
  #running: Promise<unknown> = Promise.resolve();

  /** What is in the output. */
  get files(): readonly WrittenFile[] {
    return this.#files;
  }

  /**
   * Declares and writes.
   *
   * @returns `undefined` if there was another build meanwhile; never rejects.
   */
  write(folder: string, declare: () => Promise<MadeTypes>): Promise<WrittenTypes | undefined> {
    this.supersede();
    const number = this.#latest;
    const writing = this.#running.then(() => this.#write(folder, declare, number));
    this.#running = writing;
    return writing;
  }

  /** Whatever is being declared is not written any more. */
  supersede(): void {
    this.#latest += 1;
  }

  /** Nothing is in the output any more: it is another one, or has no types. */
  forget(): void {
    this.supersede();
    this.#files = [];
  }

  /** Is done when no compiler runs any more, and nothing is written after that. */
  async close(): Promise<void> {
    this.supersede();
    await this.#running;
  }

  async #write(folder: string, declare: () => Promise<MadeTypes>, number: number): Promise<WrittenTypes | undefined> {
    if (number !== this.#latest) return undefined;
    try {
      const made = await declare();
      if (number !== this.#latest) return undefined;
      writeChanges(folder, made.files, this.#files);
      this.#files = made.files;
      return made;
    } catch (error) {
      return number === this.#latest ? { error: error as Error } : undefined;
    }
  }
}
