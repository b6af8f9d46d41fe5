/** Whether a tag has a route: a pattern, or a place among those that have. */
export function isRouted(element: Element): boolean {
  return element.matches('[pattern], federation-routes > *');
}

/**
 * Whether the route of a tag may be the current one, as far as can be seen before the router is there: of several the
 * first that matches.
 *
 * It decides only what shows and loads meanwhile, so it may be wrong where a pattern is relative.
 */
export function mayBeCurrent(element: Element): boolean {
  const rivals = element.matches('federation-routes > *') ? (element.parentElement as Element).children : [element];
  return [...rivals].find(matches) === element;
}

function matches(element: Element): boolean {
  const pattern = element.getAttribute('pattern');
  try {
    return pattern !== null && new URLPattern(pattern, document.baseURI).test(location.href);
  } catch {
    // No pattern, or a browser that has none: the router will tell.
    return true;
  }
}
