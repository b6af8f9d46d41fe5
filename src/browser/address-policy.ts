import { FederationError } from '../core/errors.js';
import { parseUrl } from '../core/parse-url.js';

/** Whether a host is this computer: browsers let a secure page fetch from it without TLS. */
export function isLocal(hostname: string): boolean {
  return /^(?:.+\.)?localhost$|^127\.|^\[::1\]$/.test(hostname);
}

/**
 * From where a page fetches manifests and remotes.
 *
 * It is the resolved URL that is judged, never the text: `//evil` and `/\evil` lead to another origin, and
 * `https:evil` to none.
 */
export class AddressPolicy {
  readonly #origins: Set<string>;
  readonly #isOpen: boolean;

  /** @param allow - Origins, besides the page's own; without it, those of all addresses that the page admits. */
  constructor(allow: readonly string[] | undefined) {
    this.#origins = new Set([origin, ...(allow ?? []).map((address) => parseUrl(address)?.origin ?? address)]);
    this.#isOpen = !allow;
  }

  /**
   * Makes an address that the page names absolute.
   *
   * @param base - What a relative one is relative to.
   * @throws {@link FederationError} `address-refused`, if it is no URL, neither http nor https, names a user, is http
   *   on an https page, or is of an origin that is not allowed.
   */
  admit(address: string | URL, base: string): string {
    const url = parseUrl(String(address), base);
    if (!url) throw new FederationError('address-refused', { address: String(address), refusal: 'malformed' });
    if (this.#isOpen) this.#origins.add(url.origin);
    this.check(url.href);
    return url.href;
  }

  /**
   * Checks where an answer came from in the end.
   *
   * @throws {@link FederationError} `address-refused`
   */
  check(address: string): void {
    const refusal = this.#refusalOf(new URL(address));
    if (refusal) throw new FederationError('address-refused', { address, refusal });
  }

  #refusalOf({
    protocol,
    username,
    password,
    hostname,
    origin: from,
  }: URL): 'scheme' | 'insecure' | 'origin' | undefined {
    if (!/^https?:$/.test(protocol) || username || password) return 'scheme';
    // Not location's: a srcdoc frame has none of its own.
    if (protocol === 'http:' && origin.startsWith('https:') && !isLocal(hostname)) return 'insecure';
    return this.#origins.has(from) ? undefined : 'origin';
  }
}
