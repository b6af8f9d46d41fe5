import { parseUrl } from './parse-url.js';

/**
 * The absolute URL of a remote's entry, as a manifest gives its address.
 *
 * Only http and https, and beside a manifest on disk also file, may be fetched.
 *
 * @param base - URL of the manifest.
 * @returns `undefined` if it is none of these, or names a user.
 *
 * Runs anywhere: pure.
 */
export function entryAddress(text: string, base: string): string | undefined {
  const url = parseUrl(text, base);
  const isOnDisk = url?.protocol === 'file:' && base.startsWith('file:');
  return url && (isOnDisk || /^https?:$/.test(url.protocol)) && !url.username && !url.password ? url.href : undefined;
}
