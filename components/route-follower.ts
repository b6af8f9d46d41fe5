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

  /** @param tell - Called with what is known, whenever that changes. */
  constructor(element: RoutedElement, tell: (verdict: Verdict) => void) {
    this.#element = element;
    this.#tell = tell;
  }

  /** The tag is in a document. */
  start(): void {
    const hasRoute = isRouted(this.#element);
    this.#tell({ isAway: hasRoute && !mayBeCurrent(this.#element) });
    // Who is not away follows before it is mounted, and tells what goes wrong.
    if (hasRoute) {
      whenMapped()
        .then(() => this.follow())
        .catch(() => {});
    }
  }

  stop(): void {
    this.#ending.abort();
    this.#ending = new AbortController();
    this.#refresh = undefined;
  }

  /** The tag has another pattern. */
  refresh(): void {
    if (this.#refresh) this.#refresh();
    else this.start();
  }

  /** Resolves when the router has told what the location means for the tag. Not before the import map is in the page. */
  async follow(): Promise<void> {
    if (!isRouted(this.#element)) return;
    const { signal } = this.#ending;
    const { followRoute } = await import('./routes/routing.js');
    if (signal.aborted || this.#refresh) return;
    this.#refresh = followRoute(this.#element, this.#tell, signal);
  }
}
