import { matchRoute } from './match-route.js';
import type { RoutedElement, Verdict } from './route.js';

/** Which child of a `<federation-routes>` is shown, and its route; neither, if it has nothing for the location. */
export interface Choice {
  readonly shown?: Element | undefined;
  readonly route?: Verdict['route'];
}

/** What a URL means for the tags of a page. */
export interface Evaluation {
  readonly verdicts: ReadonlyMap<RoutedElement, Verdict>;
  /** By `<federation-routes>`. */
  readonly choices: ReadonlyMap<Element, Choice>;
}

interface Place extends Verdict {
  /** Path that patterns inside are relative to. */
  readonly base?: string | undefined;
}

/**
 * Decides which tags are where they belong when the page is at a URL.
 *
 * A tag inside an app is asked only if the app's own route is current, relative to its base; if it is not, it is kept
 * as it is, because the app may be. Of the children of a `<federation-routes>` the first that matches is shown, else
 * the first without a pattern. The others decide each for itself.
 */
export function evaluate(elements: Iterable<RoutedElement>, url: string): Evaluation {
  const known = new Set<Element>(elements);
  const places = new Map<Element, Place>();
  const choices = new Map<Element, Choice>();

  const placeOf = (element: Element): Place => {
    let place = places.get(element);
    if (!place) {
      place = findPlace(element);
      places.set(element, place);
    }
    return place;
  };

  const findPlace = (element: Element): Place => {
    const enclosing = enclosingOf(element, known);
    const { base, isAway } = enclosing ? placeOf(enclosing) : { base: undefined, isAway: false };
    if (isAway) return { isAway, isKept: true };
    const routes = routesOf(element);
    const { shown, route } = routes ? choiceOf(routes, base) : choose([element], url, base);
    return { isAway: shown !== element, route: shown === element ? route : undefined, base: route?.base ?? base };
  };

  const candidatesOf = ({ children }: Element): readonly Element[] =>
    [...children].filter((child) => known.has(child) || child.hasAttribute('pattern'));

  const choiceOf = (routes: Element, base: string | undefined): Choice => {
    const choice = choices.get(routes) ?? choose(candidatesOf(routes), url, base);
    choices.set(routes, choice);
    return choice;
  };

  return {
    verdicts: new Map(Array.from(known as Set<RoutedElement>, (element) => [element, placeOf(element)])),
    choices,
  };
}

/** The `<federation-routes>` that an element is a child of. */
function routesOf({ parentElement }: Element): Element | undefined {
  return parentElement?.localName === 'federation-routes' ? parentElement : undefined;
}

function choose(candidates: readonly Element[], url: string, base: string | undefined): Choice {
  for (const shown of candidates) {
    const pattern = shown.getAttribute('pattern');
    const route = pattern === null ? undefined : tryToMatch(pattern, url, base);
    if (route) return { shown, route };
  }
  return { shown: candidates.find((candidate) => !candidate.hasAttribute('pattern')) };
}

const reported = new Set<string>();

/** A pattern that is none is told to the console, once, and matches nothing. */
function tryToMatch(pattern: string, url: string, base: string | undefined): Verdict['route'] {
  try {
    return matchRoute(pattern, url, base);
  } catch (error) {
    if (!reported.has(pattern)) reportError(error);
    reported.add(pattern);
    return undefined;
  }
}

/** The nearest of the known elements around one, also around the shadow tree that it is in. */
function enclosingOf(element: Element, known: ReadonlySet<Element>): Element | undefined {
  for (let node: Node | null = parentOf(element); node; node = parentOf(node)) {
    if (known.has(node as Element)) return node as Element;
  }
  return undefined;
}

function parentOf(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}
