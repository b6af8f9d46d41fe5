import { FederationError } from './errors.js';
import { isIntegrity } from './integrity.js';
import {
  describe,
  type JsonObject,
  Mismatch,
  readFlag,
  readList,
  readObject,
  readOptionalString,
  readString,
} from './json-shape.js';
import { parseUrl } from './parse-url.js';

/** Which remotes a page may use, and where they are. */
export interface Manifest {
  /** Final URL of the manifest: what its relative addresses are relative to. */
  readonly url: string;
  /** By name, in the manifest's order. */
  readonly remotes: ReadonlyMap<string, ManifestRemote>;
  /** Entries of the manifest that cannot be used, by name, each with its error; the others stand. */
  readonly faults: ReadonlyMap<string, FederationError<'manifest-invalid'>>;
}

/** What the manifest says of one remote. */
export interface ManifestRemote {
  readonly name: string;
  /** Absolute URLs of its entry: the first, then the fallbacks in order. At least one. */
  readonly urls: readonly [string, ...string[]];
  /** Hash of the entry's bytes, as in `sha384-…`. */
  readonly integrity?: string;
  /** Whether the entry is fetched on first use only; default `false`. */
  readonly lazy: boolean;
  /** Which of its packages other remotes may be given: all (default), none, or these npm names. */
  readonly provides: boolean | readonly string[];
}

/** npm-like: `cart`, `@org/cart`, `team/cart`; so it is safe as a first part of a specifier. */
const usableName = /^(?:@?[a-z\d][\w.-]*\/)*[a-z\d][\w.-]*$/i;
const longestName = 214;
const mostFallbacks = 16;

/**
 * Reads a manifest.
 *
 * A name maps to a URL, or to an object with `url` and `integrity`, `lazy`, `provides`, `fallback`. Relative
 * URLs resolve against `url`. An entry that is not usable becomes a fault of that remote alone. A name that JSON
 * has twice counts as JSON counts it: the last wins.
 *
 * @param json - What JSON.parse gave.
 * @param url - Final URL of the manifest, absolute.
 * @returns The remotes; none if the manifest is `{}`.
 * @throws {@link FederationError} `manifest-invalid`, if it is not an object at all.
 *
 * @example
 * ```ts
 * parseManifest({ cart: 'cart/remoteEntry.json' }, 'https://shop.example/manifest.json').remotes.get('cart');
 * // → { name: 'cart', urls: ['https://shop.example/cart/remoteEntry.json'], lazy: false, provides: true }
 * ```
 *
 * Runs anywhere: pure.
 */
export function parseManifest(json: unknown, url: string): Manifest {
  const remotes = new Map<string, ManifestRemote>();
  const faults = new Map<string, FederationError<'manifest-invalid'>>();
  for (const [name, value] of Object.entries(reading(url, '', () => readObject(json, 'the document')))) {
    try {
      remotes.set(
        name,
        reading(url, name, () => readRemote(name, value, url)),
      );
    } catch (error) {
      if (!(error instanceof FederationError)) throw error;
      faults.set(name, error);
    }
  }
  return { url, remotes, faults };
}

function reading<Value>(url: string, remote: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error;
    const { expected } = error;
    const found = describe(error.found);
    const field = [remote.slice(0, longestName), error.field].filter(Boolean).join('.');
    throw new FederationError('manifest-invalid', { url, field, expected, found });
  }
}

function readRemote(name: string, value: unknown, base: string): ManifestRemote {
  if (name.length > longestName || !usableName.test(name)) {
    throw new Mismatch('', 'a name like "cart", "@org/cart" or "team/cart"', name);
  }
  if (typeof value === 'string') return { name, urls: [readAddress(value, '', base)], lazy: false, provides: true };
  const remote = readObject(value, '');
  const fallbacks = typeof remote.fallback === 'string' ? [remote.fallback] : remote.fallback;
  const integrity = readIntegrity(remote);
  return {
    name,
    urls: [
      readAddress(remote.url, 'url', base),
      ...readList(fallbacks, 'fallback', mostFallbacks, (item, field) => readAddress(item, field, base)),
    ],
    ...(integrity && { integrity }),
    lazy: readFlag(remote.lazy, 'lazy'),
    provides: readProvides(remote.provides),
  };
}

function readProvides(value: unknown): boolean | readonly string[] {
  if (value === undefined) return true;
  if (typeof value === 'boolean') return value;
  return readList(value, 'provides', Number.POSITIVE_INFINITY, readString);
}

function readIntegrity(remote: JsonObject): string | undefined {
  const integrity = readOptionalString(remote.integrity, 'integrity');
  if (integrity !== undefined && !isIntegrity(integrity)) {
    throw new Mismatch('integrity', 'a hash like "sha384-…"', integrity);
  }
  return integrity;
}

/** The absolute URL of an address. Only http and https (and, beside a manifest on disk, file) may be fetched. */
function readAddress(value: unknown, field: string, base: string): string {
  const address = parseUrl(readString(value, field), base);
  const isOnDisk = address?.protocol === 'file:' && base.startsWith('file:');
  if (!address || !(isOnDisk || /^https?:$/.test(address.protocol)) || address.username || address.password) {
    throw new Mismatch(field, 'an http or https URL without a user name', value);
  }
  return address.href;
}
