import { adoptStyles } from './adopt-styles.js';
import { linkStyles, type StyleOptions, type UsedStyles } from './link-styles.js';

/** Which stylesheets go where, and how they are fetched. */
export interface StylesRequest {
  /** In the tree that the stylesheets are for. */
  readonly place: Element;
  /** Whether that is a shadow tree which only one app is in. */
  readonly isIsolated: boolean;
  /** Absolute, in the order in which they apply. */
  readonly urls: readonly string[];
  /** URL → hash, of those that have one. */
  readonly integrity: ReadonlyMap<string, string>;
  readonly options: StyleOptions;
}

/**
 * Puts stylesheets into the tree of an element: by links, each once however many apps use it; or, where an app is
 * isolated, adopted, so that all trees share them.
 *
 * What cannot be adopted, because one of them names further files, say, is linked all the same.
 */
export async function putStyles({ place, isIsolated, urls, integrity, options }: StylesRequest): Promise<UsedStyles> {
  const link = (): UsedStyles => linkStyles(place, urls, integrity, options);
  return isIsolated ? adoptStyles(place, urls, integrity, options).catch(link) : link();
}
