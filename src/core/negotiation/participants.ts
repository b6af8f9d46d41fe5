import type { RemoteEntry } from '../remote-entry.js';
import { readFiles } from './copy-files.js';
import { groupBy } from './group-by.js';
import { groupSpecifiers, isolateCrowds, readNeeds } from './needs.js';
import { createOffer, offerOf, type Participant, sorted } from './offer.js';
import { tieCopies } from './tie-copies.js';

/** Reads entries into participants; the host is known by its name. */
export function readParticipants(entries: readonly RemoteEntry[], host: string | undefined): Participant[] {
  const originals = new Map<string, Participant>();
  return entries.map((entry, order) => {
    const original = originals.get(entry.url);
    const participant = { entry, order, isHost: entry.name === host, original, offers: new Map() };
    if (!original) originals.set(entry.url, participant);
    addOffers(participant);
    return participant;
  });
}

function addOffers(participant: Participant): void {
  const { entry, offers } = participant;
  for (const [packageName, entryPoints] of groupBy(entry.shared, ({ packageName }) => packageName)) {
    offers.set(packageName, createOffer(participant, packageName, entryPoints));
  }
  const modules = entry.exposes.map(({ url }) => url).filter((url) => entry.files.has(url));
  const exposed = readFiles(entry, modules);
  for (const [packageName, specifiers] of groupSpecifiers(exposed?.imports)) {
    const offer = offerOf(participant, packageName);
    offer.specifiers = sorted([...offer.specifiers, ...specifiers]);
  }
  isolateCrowds(offers.values());
  for (const offer of [...offers.values()]) offer.needs = readNeeds(offer);
  tieCopies(participant, exposed);
}
