import type { Refusal } from '../core/errors.js';
import { parseUrl } from '../core/parse-url.js';
import type { Explain } from './create-explain.js';

/** Whether a host is this computer: browsers let a secure page fetch from it without TLS. */
export function isLocal(hostname: string): boolean {
  return /^(?:.+\.)?localhost$|^127\.|^\[::1\]$/.test(hostname);
}

/**
 * Judges from where a page fetches manifests and remotes.
 *
 * @param address - That the page names; without a base, where an answer came from in the end.
 * @param base - What a relative address is relative to.
 * @returns The address, absolute.
 * @throws {@link FederationError} `address-refused`, if it is no URL, neither http nor https, names a user, is http on
 *   an https page, or is of an origin that is not allowed.
 */
export type AdmitAddress = (address: string | URL, base?: string) => Promise<string>;

/**
 * Makes the address policy of a page.
 *
 * It is the resolved URL that is judged, never the text: `//evil` and `/\evil` lead to another origin, and
 * `https:evil` to none.
 *
 * @param allow - Origins, besides the page's own; without it, those of all addresses that the page names.
 */
export function createAddressPolicy(allow: readonly string[] | undefined, explain: Explain): AdmitAddress {
  const origins = new Set([origin, ...(allow ?? []).map((address) => parseUrl(address)?.origin ?? address)]);
  return async (address, base) => {
    const url = parseUrl(String(address), base);
    if (url && base !== undefined && !allow) origins.add(url.origin);
    const refusal = refusalOf(url, origins);
    const { href } = url ?? { href: String(address) };
    if (refusal) throw await explain('address-refused', { address: href, refusal });
    return href;
  };
}

function refusalOf(url: URL | undefined, origins: ReadonlySet<string>): Refusal | undefined {
  if (!url) return 'malformed';
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return 'scheme';
  // Not location's: a srcdoc frame has none of its own.
  if (url.protocol === 'http:' && origin.startsWith('https:') && !isLocal(url.hostname)) return 'insecure';
  return origins.has(url.origin) ? undefined : 'origin';
}
