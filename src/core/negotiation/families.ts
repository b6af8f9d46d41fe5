import { type Offer, typicalBytes } from './offer.js';
import type { Assembly } from './read-participants.js';

/**
 * Notes what has to be downloaded for each copy of a package.
 *
 * Where the size of one copy is unknown, all copies of the package count the same; what is in use is there already.
 */
export function rate(offers: readonly Offer[]): void {
  if (!offers.some(isKnown)) return;
  const common = offers.some(isUnsized) ? Math.max(...offers.map(toldBytes)) || typicalBytes : undefined;
  offers.forEach((offer) => {
    offer.bytes = offer.users > 0 ? 0 : (common ?? toldBytes(offer));
  });
}

/** Whether anything is known of the size of a copy. */
function isKnown({ files, users }: Offer): boolean {
  return files !== undefined || users > 0;
}

function isUnsized({ files, entryPoints }: Offer): boolean {
  return !files && entryPoints.length > 0;
}

function toldBytes({ files }: Offer): number {
  return files?.bytes ?? 0;
}

/** Sorts packages into families that no dependency connects, which can be settled one by one. */
export function groupFamilies({ packages, importers }: Omit<Assembly, 'participants'>): (readonly Offer[])[] {
  const neighbours = new Map([...packages.keys()].map((name) => [name, new Set([name])]));
  for (const { terms, demands } of importers) {
    for (const { wish } of demands) {
      neighbours.get(terms.packageName)?.add(wish.packageName);
      neighbours.get(wish.packageName)?.add(terms.packageName);
    }
  }
  const offersOf = (name: string): readonly Offer[] => packages.get(name) ?? [];
  const seen = new Set<string>();
  return [...packages.keys()].flatMap((name) => {
    if (seen.has(name)) return [];
    const family = new Set([name]);
    for (const member of family) {
      seen.add(member);
      // A set that grows while it is walked gives what is added, too.
      for (const other of neighbours.get(member) ?? []) family.add(other);
    }
    return [family.size > 1 ? [...family].flatMap(offersOf) : offersOf(name)];
  });
}
