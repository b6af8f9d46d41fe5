import type { RemoteEntry, SharedEntryPoint } from '../remote-entry.js';
import { readFiles } from './copy-files.js';
import { isCrowded } from './crowds.js';
import { groupBy } from './group-by.js';
import { groupSpecifiers, readNeeds } from './needs.js';
import type { Offer, Participant } from './offer.js';
import { createTermsReader, type ReadTerms } from './terms.js';
import { tieCopies } from './tie-copies.js';

const noNeeds: Offer['needs'] = [];

/** Reads entries into participants; the host is known by its name. */
export function readParticipants(entries: readonly RemoteEntry[], host: string | undefined): Participant[] {
  const originals = new Map<string, Participant>();
  const readTerms = createTermsReader();
  return entries.map((entry, order) => {
    const original = originals.get(entry.url);
    const participant = { entry, order, isHost: entry.name === host, original, offers: new Map<string, Offer>() };
    if (!original) originals.set(entry.url, participant);
    addOffers(participant, readTerms);
    return participant;
  });
}

function addOffers(participant: Participant, readTerms: ReadTerms): void {
  const { entry, isHost, original, offers } = participant;
  const shared = groupBy(entry.shared, ({ packageName }) => packageName);
  const isAlone = isCrowded(shared);
  const add = (packageName: string, entryPoints: readonly SharedEntryPoint[], imported: readonly string[]): Offer => {
    const isOwnOnly = isHost || isAlone(packageName);
    const isProvided = !original && entryPoints.length > 0 && !isAlone(packageName) && mayProvide(entry, packageName);
    const terms = readTerms(entryPoints, { packageName, imported, isProvided, isOwnOnly });
    const files = entry.files.size > 0 ? readFiles(entry, entryPoints) : undefined;
    const offer = { participant, terms, entryPoints, files, needs: noNeeds, isTied: false };
    offers.set(packageName, offer);
    return offer;
  };
  const modules = entry.exposes.filter(({ url }) => entry.files.has(url));
  const exposed = readFiles(entry, modules);
  const imports = groupSpecifiers(exposed?.imports);
  for (const [packageName, entryPoints] of shared) add(packageName, entryPoints, imports.get(packageName) ?? []);
  for (const [packageName, specifiers] of imports) if (!offers.has(packageName)) add(packageName, [], specifiers);
  // A copy may import what its remote neither shares nor imports: that is an offer without a copy, which nobody asks for.
  const siblingOf = (packageName: string): Offer => offers.get(packageName) ?? add(packageName, [], []);
  for (const offer of [...offers.values()]) offer.needs = readNeeds(offer, siblingOf);
  tieCopies(participant, exposed);
}

function mayProvide({ provides }: RemoteEntry, packageName: string): boolean {
  return typeof provides === 'boolean' ? provides : provides.includes(packageName);
}
