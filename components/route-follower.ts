import { isRouted, mayBeCurrent } from './may-be-current.js';
import type { RoutedElement, Verdict } from './routes/route.js';
import { whenMapped } from './when-mapped.js';

/**
 * How a tag learns of its route: by a guess, until the router is there, which is fetched only for those that have one.
 */
export class RouteFollower {
  readonly #element: RoutedElement;
  readonly #tell: (verdict: Verdict) => void;
  #ending = new AbortController();
  #refresh: (() => void) | undefined;

  /** @param tell - Called when something changes. */
  constructor(element: RoutedElement, tell: (verdict: Verdict) => void) {
    this.#element = element;
    this.#tell = tell;
  }

  /** The tag is in a document. */
  start(): void {
    if (!isRouted(this.#element)) return;
    this.#tell({ isAway: !mayBeCurrent(this.#element) });
    // Who is not away follows before it is mounted, and tells what goes wrong.
    whenMapped()
      .then(() => this.follow())
      .catch(() => {});
  }

  stop(): void {
    this.#ending.abort();
    this.#ending = new AbortController();
    this.#refresh = undefined;
  }

  /** The tag has another pattern. */
  refresh(): void {
    if (this.#refresh) this.#refresh();
    else {
      this.stop();
      this.#tell({ isAway: false });
      this.start();
    }
  }

  /** Resolves when the router has told what the location means for the tag. Not before the import map is in the page. */
  async follow(): Promise<void> {
    const { signal } = this.#ending;
    if (!isRouted(this.#element)) return;
    const { followRoute } = await import('./routes/routing.js');
    if (signal.aborted || this.#refresh) return;
    this.#refresh = followRoute(this.#element, this.#tell, signal);
  }
}
