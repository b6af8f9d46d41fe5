import { findNonce } from '../src/browser/find-nonce.js';
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

/** Milliseconds that an app waits for its stylesheets: it is better unstyled than not there. */
const stylePatience = 3000;

/**
 * Puts the stylesheets of a module where its app will be: by links, each once however many apps use it; or, where an app
 * is isolated, adopted, so that all trees share them. How that is done is fetched only then.
 *
 * What cannot be adopted, because one of them names further files, say, is linked all the same.
 *
 * Not to be called before the import map is in the page.
 *
 * @returns Ready once they have loaded, or failed, or {@link stylePatience} has passed; never rejects.
 */
export function requestStyles({ place, isIsolated, urls, integrity, options }: StylesRequest): UsedStyles {
  const link = (): UsedStyles => linkStyles(place, urls, integrity, { ...options, nonce: findNonce() });
  const adopt = async (): Promise<UsedStyles> => {
    const { adoptStyles } = await import('./adopt-styles.js');
    return adoptStyles(place, urls, integrity, options);
  };
  const using = isIsolated ? adopt().catch(link) : Promise.resolve(link());
  return {
    ready: Promise.race([
      using.then(({ ready }) => ready),
      new Promise((resolve) => setTimeout(resolve, stylePatience)),
    ]),
    release: () => void using.then(({ release }) => release()),
  };
}
