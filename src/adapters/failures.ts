/**
 * What an app throws, kept while somebody waits for it, and reported to the window otherwise.
 *
 * For frameworks that catch what a component throws and hand it to one handler.
 */
export class Failures {
  #kept: unknown[] | undefined;

  /** From now on failures are kept. */
  await(): void {
    this.#kept = [];
  }

  readonly tell = (error: unknown): void => {
    if (this.#kept) this.#kept.push(error);
    else reportError(error);
  };

  /** Throws the first that was kept, and reports the others; from now on they are reported. */
  settle(): void {
    const [first, ...others] = this.#kept ?? [];
    this.#kept = undefined;
    for (const other of others) reportError(other);
    if (first !== undefined) throw first;
  }
}
