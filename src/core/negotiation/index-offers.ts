import type { Offer, Participant } from './offer.js';

/** Gives offers by the name of a remote and the npm name of a package. */
export function indexOffers(
  participants: readonly Participant[],
): (remote: string, packageName: string) => Offer | undefined {
  const byRemote = new Map<string, Map<string, Offer>>();
  for (const { names, offers } of participants) {
    const byPackage = new Map(offers.map((offer) => [offer.terms.packageName, offer]));
    for (const name of names) byRemote.set(name, byPackage);
  }
  return (remote, packageName) => byRemote.get(remote)?.get(packageName);
}
