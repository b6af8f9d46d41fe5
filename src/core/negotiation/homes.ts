import type { Agreement } from '../agreement.js';
import type { RemoteEntry } from '../remote-entry.js';
import { prefixesOf } from '../resolve-specifier.js';
import { urlsOf } from './copy-files.js';

/** Where the files of a remote are, as import maps see it. */
export interface Home {
  /** Its directory; the URLs of its files, if the directory is not its own. */
  readonly scopes: readonly string[];
  /** Whether its directory is in that of another remote, so that rules for that one are rules for this one. */
  readonly isNested: boolean;
}

/**
 * Finds the homes of remotes, by name.
 *
 * A directory that holds the files of a remote that was there before is nobody's scope: engines do not agree on what a
 * rule for it would change.
 */
export function findHomes({ entries, arrivals }: Pick<Agreement, 'entries' | 'arrivals'>): Map<string, Home> {
  const homes = new Map<string, Home>();
  const bases = new Set(entries.map(({ base }) => base));
  const taken = new Set<string>();
  let arrived = 0;
  for (const count of arrivals) {
    const wave = entries.slice(arrived, count);
    for (const entry of wave) {
      const [, ...outer] = prefixesOf(entry.base.slice(0, -1));
      const isNested = taken.has(entry.base) || outer.some((prefix) => bases.has(prefix));
      homes.set(entry.name, { scopes: taken.has(entry.base) ? filesOf(entry) : [entry.base], isNested });
      taken.add(entry.base);
    }
    // Whoever arrives later must not put a rule around these.
    for (const { base } of wave) for (const prefix of prefixesOf(base)) taken.add(prefix);
    arrived = count;
  }
  return homes;
}

function filesOf(entry: RemoteEntry): string[] {
  const { files, exposes, shared, chunks } = entry;
  const urls = [...exposes.map(({ url }) => url), ...urlsOf(entry, shared)];
  return [...new Set([...urls, ...files.keys(), ...chunks.values()])].sort();
}
