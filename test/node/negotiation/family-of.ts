import { noteAges, rate } from '../../../src/core/negotiation/families.js';
import type { Offer, Packages } from '../../../src/core/negotiation/offer.js';
import { readParticipants } from '../../../src/core/negotiation/read-participants.js';
import type { RemoteEntry } from '../../../src/core/remote-entry.js';

/** All offers of some remotes, as one family. */
export function familyOf(entries: readonly RemoteEntry[], host?: RemoteEntry): Offer[] {
  return [...packagesOf(entries, host?.name).values()].flat();
}

/** All offers of some remotes, by package, with what has to be downloaded for each, and how old it is. */
export function packagesOf(entries: readonly RemoteEntry[], host?: string): Packages {
  const { packages } = readParticipants(entries, host);
  packages.forEach(rate);
  packages.forEach(noteAges);
  return packages;
}

/** The offer of a remote. */
export function offerOf(family: readonly Offer[], remote: string, packageName: string): Offer {
  const offer = family.find(
    ({ terms, participant }) => terms.packageName === packageName && participant.names.includes(remote),
  );
  if (!offer) throw new Error(`${remote} has no ${packageName}`);
  return offer;
}
