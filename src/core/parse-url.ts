/**
 * The URL of an address, or `undefined` where the URL Standard finds none.
 *
 * (`URL.parse` does this, but is younger than the oldest engines that this package runs in.)
 *
 * Runs anywhere: pure.
 */
export function parseUrl(address: string, base?: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}
