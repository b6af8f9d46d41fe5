import type { FetchOptions } from './federation-api.js';
import { findNonce } from './find-nonce.js';

/**
 * Lets the browser fetch stylesheets, all at once, without using them.
 *
 * @param hashes - URL → hash, of those that have one.
 * @param options - As of the links that will use them: what was fetched in another way is fetched again.
 */
export function preloadStyles(
  urls: readonly string[],
  hashes: ReadonlyMap<string, string>,
  { crossOrigin = 'anonymous', referrerPolicy = '', fetchPriority = 'auto' }: FetchOptions,
): void {
  const how = { rel: 'preload', as: 'style', crossOrigin, referrerPolicy, fetchPriority, nonce: findNonce() };
  for (const href of urls) {
    const link = document.createElement('link');
    Object.assign(link, how, { integrity: hashes.get(href) ?? '', href });
    link.onload = link.onerror = () => link.remove();
    document.head.append(link);
  }
}
