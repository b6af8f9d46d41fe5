import { entryAddress } from '../entry-address.js';
import { isIntegrity, isRemoteName } from '../forms.js';
import type { Manifest, ManifestRemote } from '../manifest.js';
import { entriesOf, fieldsOf, flag, list, optional, text } from './plain-json.js';
import { plainly, unusual } from './plainly.js';

/**
 * Reads a manifest in which nothing is wrong.
 *
 * @returns What `parseManifest` gives; `undefined` if anything is wrong, which it knows to explain.
 *
 * Runs anywhere: pure.
 */
export function readPlainManifest(json: unknown, url: string): Manifest | undefined {
  return plainly(() => {
    const remotes = entriesOf(fieldsOf(json)).map(([name, value]) => [name, readRemote(name, value, url)] as const);
    return { url, remotes: new Map(remotes), faults: new Map() };
  });
}

function readRemote(name: string, value: unknown, base: string): ManifestRemote {
  const {
    url,
    fallback,
    integrity,
    lazy,
    provides = true,
  } = typeof value === 'string' ? { url: value } : fieldsOf(value);
  const addressOf = (address: unknown): string => entryAddress(text(address), base) ?? unusual();
  const hash = optional(integrity);
  if (!isRemoteName(name) || (hash && !isIntegrity(hash))) unusual();
  return {
    name,
    urls: [addressOf(url), ...(typeof fallback === 'string' ? [fallback] : list(fallback)).map(addressOf)],
    ...(hash && { integrity: hash }),
    lazy: flag(lazy),
    provides: typeof provides === 'boolean' ? provides : list(provides).map(text),
  };
}
