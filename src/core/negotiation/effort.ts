/** Looks at copies for all families of a page together: enough for any real page, and done in about a second. */
export const mostLooks = 1_000_000;

/**
 * What may still be done: counted in looks at copies, not in milliseconds, so that the answers are the same on every
 * machine.
 */
export class Effort {
  #left: number;

  constructor(looks: number) {
    this.#left = looks;
  }

  /** How many looks are left. */
  get left(): number {
    return this.#left;
  }

  /** Takes some looks away, or all that are left if those do not suffice, and tells whether they sufficed. */
  spend(looks: number): boolean {
    const suffices = looks <= this.#left;
    this.#left = suffices ? this.#left - looks : 0;
    return suffices;
  }

  /** Lends some looks, as far as there are so many; what is left of them afterwards counts as not spent. */
  lend<Result>(looks: number, use: (effort: Effort) => Result): Result {
    const effort = new Effort(Math.min(Math.floor(looks), this.#left));
    this.#left -= effort.left;
    const result = use(effort);
    this.#left += effort.left;
    return result;
  }
}
