/**
 * Remotes that go into the page's import map together.
 *
 * It closes when all that joined is done, or a while after the first answer: who is slower is added later, and holds
 * nobody up.
 */
export class Wave {
  readonly closed: Promise<void>;
  isClosed = false;
  #close: () => void = () => {};
  #open = 0;

  constructor() {
    this.closed = new Promise((resolve) => {
      this.#close = () => {
        this.isClosed = true;
        resolve();
      };
    });
  }

  /**
   * Lets the wave wait.
   *
   * @param patience - Milliseconds that it waits for others once this succeeds; left out if it is no answer.
   */
  join(job: Promise<unknown>, patience?: number): void {
    this.#open++;
    void job
      .then(
        () => patience === undefined || setTimeout(this.#close, patience),
        () => {},
      )
      .then(() => --this.#open || this.#close());
  }
}
