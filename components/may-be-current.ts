import { createPattern } from './create-pattern.js';

/** Whether a tag has a route: a pattern, or a place among those that have. */
export function isRouted(element: Element): boolean {
  return element.hasAttribute('pattern') || isAmongRoutes(element);
}

/**
 * Whether the route of a tag may be the current one, as far as can be seen before the router is there.
 *
 * What it decides is only what shows and loads meanwhile: of several the first that matches.
 */
export function mayBeCurrent(element: Element): boolean {
  const rivals = isAmongRoutes(element) ? [...(element.parentElement as Element).children] : [element];
  return rivals.find(matches) === element;
}

function isAmongRoutes({ parentElement }: Element): boolean {
  return parentElement?.localName === 'federation-routes';
}

function matches(element: Element): boolean {
  const pattern = element.getAttribute('pattern');
  try {
    return pattern !== null && createPattern(pattern, location.href).test(location.href);
  } catch {
    // No pattern, or a browser that has none: the router will tell.
    return true;
  }
}
