import { isRouted, mayBeCurrent } from './may-be-current.js';
import type { RoutedElement, Verdict } from './routes/route.js';
import { whenMapped } from './when-mapped.js';

/** How a tag learns of its route. */
export interface RouteFollower {
  /** Resolves when the router has told what the location means. Not to be called before the import map is in the page. */
  follow(): Promise<void>;
  /** The tag has another pattern. */
  refresh(): void;
}

/**
 * Tells a tag what the location means for it: by a guess, until the router is there, which is fetched only for tags that
 * have a route.
 *
 * @param tell - Called at once with what is known, and whenever that changes.
 * @param signal - Ends it.
 */
export function createRouteFollower(
  element: RoutedElement,
  tell: (verdict: Verdict) => void,
  signal: AbortSignal,
): RouteFollower {
  const guess = (): void => {
    const hasRoute = isRouted(element);
    tell({ isAway: hasRoute && !mayBeCurrent(element) });
    // Who is not away follows before it is mounted, and tells what goes wrong.
    if (hasRoute)
      whenMapped()
        .then(follow)
        .catch(() => {});
  };
  let refresh = guess;
  const follow = async (): Promise<void> => {
    if (!isRouted(element)) return;
    const { followRoute } = await import('./routes/routing.js');
    if (refresh === guess && !signal.aborted) refresh = followRoute(element, tell, signal);
  };
  guess();
  return { follow, refresh: () => refresh() };
}
