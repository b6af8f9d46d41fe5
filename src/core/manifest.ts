import { entryAddress } from './entry-address.js';
import type { FederationError } from './errors.js';
import { explain } from './explain.js';
import { isRemoteName } from './forms.js';
import {
  listOf,
  objectOf,
  optional,
  type Read,
  readDocument,
  readFlag,
  readObject,
  readText,
  textAs,
} from './json-shape.js';
import { readIntegrity } from './read-integrity.js';

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

/** As much of a name as an error quotes. */
const longestQuote = 214;

const readName = textAs('a name like "cart", "@org/cart" or "team/cart"', (name) =>
  isRemoteName(name) ? name : undefined,
);
const readNames = listOf(readText);
const readProvides: Read<ManifestRemote['provides']> = (value) =>
  typeof value === 'boolean' ? value : readNames(value);

const readAddress = textAs('an http or https URL without a user name', entryAddress);
const readAddresses = listOf(readAddress);
const readFacts = objectOf({
  url: readAddress,
  fallback: (value, base) => readAddresses(typeof value === 'string' ? [value] : value, base),
  integrity: optional(readIntegrity),
  lazy: readFlag,
  provides: optional(readProvides),
});

/** Reads what a manifest says of one remote: an address, or an object. */
const readRemote: Read<Omit<ManifestRemote, 'name'>> = (value, base) => {
  if (typeof value === 'string') return { urls: [readAddress(value, base)], lazy: false, provides: true };
  const { url, fallback, integrity, lazy, provides = true } = readFacts(value, base);
  return { urls: [url, ...fallback], ...(integrity && { integrity }), lazy, provides };
};

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
  const read = <Value>(value: unknown, readValue: Read<Value>, path: string): Value =>
    readDocument(value, readValue, url, ({ field, expected, found }) => {
      return explain('manifest-invalid', { url, field: path + field, expected, found });
    });
  for (const [name, value] of Object.entries(read(json, readObject, 'the document'))) {
    try {
      const path = name.slice(0, longestQuote);
      remotes.set(name, { name: read(name, readName, path), ...read(value, readRemote, path) });
    } catch (error) {
      faults.set(name, error as FederationError<'manifest-invalid'>);
    }
  }
  return { url, remotes, faults };
}
