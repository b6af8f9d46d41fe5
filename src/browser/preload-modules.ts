import type { FetchOptions } from './federation-api.js';

/**
 * Lets the browser fetch modules, all at once, without running them.
 *
 * An import map must be in the page before: Firefox accepts none after this.
 *
 * @param nonce - By which a Content-Security-Policy judges them when they are imported; nothing is fetched if that is
 *   not known, because Firefox and WebKit would remember the refusal.
 */
export function preloadModules(urls: readonly string[], nonce: string | undefined, options: FetchOptions = {}): void {
  if (nonce === undefined) return;
  const { crossOrigin = null, referrerPolicy = '', fetchPriority = 'auto' } = options;
  for (const href of urls) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'modulepreload', crossOrigin, referrerPolicy, fetchPriority, nonce, href });
    link.onload = link.onerror = () => link.remove();
    document.head.append(link);
  }
}
