/** What the location says to an app whose pattern it matches. */
export interface Route {
  /**
   * Path below which the app may route, with a slash at its end: what is matched before a `*` at the end of the
   * pattern, else the whole path.
   */
  readonly base: string;
  /** The named groups of the pattern, decoded; `undefined` for one that is optional and not there. */
  readonly params: Readonly<Record<string, string | undefined>>;
}

/** A tag whose route the router knows. */
export interface RoutedElement extends HTMLElement {
  readonly status: string;
  /** Settles with the load in progress. */
  readonly loaded: Promise<unknown>;
}

/** What the router has to say to a tag. */
export interface Verdict {
  /** The match; `undefined` if there is none, and for a tag that needs none. */
  readonly route?: Route | undefined;
  /** Whether the tag has a route that is not the current one. */
  readonly isAway: boolean;
  /** Whether it is only out of sight, with the route that it is in: it is to stay as it is. */
  readonly isKept?: boolean;
}
