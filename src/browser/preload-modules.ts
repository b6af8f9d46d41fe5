/**
 * Lets the browser fetch modules, all at once, without running them.
 *
 * An import map must be in the page before: Firefox accepts none after this.
 */
export function preloadModules(urls: readonly string[], nonce: string): void {
  for (const url of urls) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = url;
    link.nonce = nonce;
    link.onload = link.onerror = () => link.remove();
    document.head.append(link);
  }
}
