/** By text and base: to make one takes far longer than to match it. */
const made = new Map<string, URLPattern>();

/**
 * The URLPattern that the text of a `pattern` attribute stands for.
 *
 * A text that begins with `?` or `#` is relative to the URL itself, so its path does not matter. Any other is relative
 * to `base`; a leading slash means the root of the origin, as in any address.
 *
 * @param url - What is to be matched.
 * @param base - Path of the enclosing route; default: the page's `<base href>`, else the root. Never the location:
 *   that changes with each route.
 * @throws TypeError, if the text is no pattern.
 */
export function createPattern(pattern: string, url: string, base?: string): URLPattern {
  if (/^[?#]/.test(pattern)) return new URLPattern(pattern, url);
  const start = base ?? (document.querySelector('base[href]') ? document.baseURI : '/');
  const { href } = new URL(start, url);
  const key = `${href} ${pattern}`;
  const known = made.get(key) ?? new URLPattern(pattern, href);
  made.set(key, known);
  return known;
}
