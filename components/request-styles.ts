import { findNonce } from '../src/browser/find-nonce.js';
import { preloadFiles } from '../src/browser/preload-files.js';
import type { UsedStyles } from './link-styles.js';
import type { StylesRequest } from './put-styles.js';

/** Milliseconds that an app waits for its stylesheets: it is better unstyled than not there. */
const stylePatience = 3000;

/**
 * Puts the stylesheets of a module where its app will be. How that is done is fetched only where a module has some.
 *
 * Not to be called before the import map is in the page.
 *
 * @returns Ready once they have loaded, or failed, or {@link stylePatience} has passed; never rejects.
 */
export function requestStyles(request: StylesRequest): UsedStyles {
  const nonce = findNonce();
  const { urls, integrity, isIsolated } = request;
  const { crossOrigin = 'anonymous' } = request.options;
  const options = { ...request.options, crossOrigin, nonce };
  // What is adopted is fetched in another way, which no link preloads.
  if (!isIsolated) preloadFiles(urls, { rel: 'preload', as: 'style', nonce }, options, integrity);
  const using = import('./put-styles.js')
    .then(({ putStyles }) => putStyles({ ...request, options }))
    .catch(console.error);
  return {
    ready: Promise.race([
      using.then((used) => used?.ready),
      new Promise((resolve) => setTimeout(resolve, stylePatience)),
    ]),
    release: () => void using.then((used) => used?.release()),
  };
}
