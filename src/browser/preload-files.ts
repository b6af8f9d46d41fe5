import type { FetchOptions } from './federation-api.js';

/** Which links let the browser fetch files, by the attributes that all of them have. */
type PreloadLink = Partial<Pick<HTMLLinkElement, 'as' | 'nonce'>> & { readonly rel: 'modulepreload' | 'preload' };

/**
 * Lets the browser fetch modules or stylesheets, all at once, without running or using them.
 *
 * An import map must be in the page before modules are: Firefox accepts none after this.
 *
 * @param options - As what will use the files: what was fetched in another way is fetched again.
 * @param hashes - URL → hash, of those that are judged by it here; the import map judges modules.
 */
export function preloadFiles(
  urls: readonly string[],
  { rel, as = '', nonce = '' }: PreloadLink,
  options: FetchOptions = {},
  hashes?: ReadonlyMap<string, string>,
): void {
  const { crossOrigin = null, referrerPolicy = '', fetchPriority = 'auto' } = options;
  for (const href of urls) {
    const link = document.createElement('link');
    const hash = hashes?.get(href);
    // Not even an empty one otherwise: that would keep a browser from what the import map says.
    if (hash) link.integrity = hash;
    Object.assign(link, { rel, as, nonce, crossOrigin, referrerPolicy, fetchPriority, href });
    link.onload = link.onerror = () => link.remove();
    document.head.append(link);
  }
}
