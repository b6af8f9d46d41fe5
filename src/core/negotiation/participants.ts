import type { RemoteEntry, SharedEntryPoint } from '../remote-entry.js';
import { readFiles } from './copy-files.js';
import { isCrowded } from './crowds.js';
import { groupBy } from './group-by.js';
import { groupSpecifiers, readNeeds } from './needs.js';
import type { Offer, Participant } from './offer.js';
import { createTermsReader, type ReadTerms, type Terms } from './terms.js';
import { tieCopies } from './tie-copies.js';

const none: readonly never[] = [];

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
    const isTooMany = isAlone(packageName);
    const isProvided = !original && !isTooMany && entryPoints.length > 0 && mayProvide(entry, packageName);
    const terms = readTerms(entryPoints, { packageName, imported, isProvided, isOwnOnly: isHost || isTooMany });
    const offer = createOffer(participant, terms, entryPoints);
    offers.set(packageName, offer);
    return offer;
  };
  const modules = entry.exposes.filter(({ url }) => entry.files.has(url));
  const exposed = readFiles(entry, modules);
  const imports = groupSpecifiers(exposed?.imports);
  for (const [packageName, entryPoints] of shared) add(packageName, entryPoints, imports.get(packageName) ?? none);
  for (const [packageName, specifiers] of imports) if (!offers.has(packageName)) add(packageName, none, specifiers);
  // A copy may import what its remote neither shares nor imports: an offer without a copy, which nobody asks for.
  const siblingOf = (packageName: string): Offer => offers.get(packageName) ?? add(packageName, none, none);
  for (const offer of [...offers.values()]) offer.needs = readNeeds(offer, siblingOf);
  tieCopies(participant, exposed);
}

function createOffer(participant: Participant, terms: Terms, entryPoints: readonly SharedEntryPoint[]): Offer {
  const { entry } = participant;
  const files = entry.files.size > 0 ? readFiles(entry, entryPoints) : undefined;
  return { participant, terms, entryPoints, files, needs: none, isTied: false, given: undefined, wired: undefined };
}

function mayProvide({ provides }: RemoteEntry, packageName: string): boolean {
  return typeof provides === 'boolean' ? provides : provides.includes(packageName);
}
