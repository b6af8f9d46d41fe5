import { groupBy } from './group-by.js';
import type { Offer, Participant } from './offer.js';

/** All offers of each package, by npm name, in the order of the participants. */
export type Packages = ReadonlyMap<string, readonly Offer[]>;

/** Collects what the participants say of each package. */
export function collectPackages(participants: readonly Participant[]): Packages {
  const packages = groupBy(
    participants.flatMap(({ offers }) => [...offers.values()]),
    ({ terms }) => terms.packageName,
  );
  for (const offers of packages.values()) rate(offers);
  return packages;
}

/** The size that is assumed where no entry tells one. */
const typicalBytes = 30_000;

/** Where the size of one copy is unknown, all copies of the package count the same; what is in use is there already. */
function rate(offers: readonly Offer[]): void {
  const isUnsized = offers.some(({ files, entryPoints }) => !files && entryPoints.length > 0);
  const common = isUnsized ? Math.max(...offers.map(({ files }) => files?.bytes ?? 0)) || typicalBytes : undefined;
  for (const offer of offers) offer.bytes = offer.users > 0 ? 0 : (common ?? offer.files?.bytes ?? 0);
}

/** Sorts packages into families that no dependency connects, which can be settled one by one. */
export function groupFamilies(packages: Packages): Offer[][] {
  const neighbours = new Map([...packages.keys()].map((name) => [name, new Set([name])]));
  for (const [name, offers] of packages) {
    for (const { demands } of offers) {
      for (const { wish } of demands) {
        neighbours.get(name)?.add(wish.packageName);
        neighbours.get(wish.packageName)?.add(name);
      }
    }
  }
  const seen = new Set<string>();
  return [...packages.keys()].flatMap((name) => {
    if (seen.has(name)) return [];
    const family = new Set([name]);
    for (const member of family) {
      seen.add(member);
      // A set that grows while it is walked gives what is added, too.
      for (const other of neighbours.get(member) ?? []) family.add(other);
    }
    return [[...family].flatMap((member) => packages.get(member) ?? [])];
  });
}
