import { FederationRoutes } from '../federation-routes.js';
import type { RoutedElement, Verdict } from './route.js';
import { Router } from './router.js';
import { watchLocation } from './watch-location.js';

let router: Router | undefined;

/**
 * Tells a tag what the location means for it, at once and after each change. The first call starts the router of the
 * page, and registers `<federation-routes>`.
 *
 * @param signal - Ends it.
 * @returns A function to call when the tag has another pattern.
 */
export function followRoute(element: RoutedElement, tell: (verdict: Verdict) => void, signal: AbortSignal): () => void {
  router ??= startRouter();
  const page = router;
  page.add(element, tell, signal);
  return () => page.refresh();
}

function startRouter(): Router {
  const started = new Router();
  FederationRoutes.define();
  watchLocation(started);
  return started;
}
