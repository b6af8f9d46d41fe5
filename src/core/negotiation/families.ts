import { groupBy } from './group-by.js';
import { type Offer, typicalBytes } from './offer.js';
import { prefer } from './prefer.js';
import type { Assembly } from './read-participants.js';
import { unite } from './unite.js';

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

/** Notes of the copies of a package how many versions of it are newer. */
export function noteAges(offers: readonly Offer[]): void {
  const versions = new Set([...offers].sort(prefer('newest')).map(({ terms }) => terms.version));
  const ages = new Map([...versions].map((version, age) => [version, age]));
  for (const offer of offers) offer.age = ages.get(offer.terms.version) as number;
}

/** Sorts packages into families that no dependency connects, which can be settled one by one. */
export function groupFamilies({ packages, importers }: Omit<Assembly, 'participants'>): (readonly Offer[])[] {
  const families = new Map([...packages.keys()].map((name) => [name, new Set([name])]));
  for (const { terms, demands } of importers) {
    for (const { wish } of demands) unite(families, terms.packageName, wish.packageName);
  }
  const members = groupBy(packages, ([name]) => families.get(name));
  return [...members.values()].map((family) => family.flatMap(([, offers]) => offers));
}
