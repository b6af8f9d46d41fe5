import type { RemoteEntry, SharedEntryPoint } from '../remote-entry.js';
import { readFiles } from './copy-files.js';
import { groupBy } from './group-by.js';
import { addDemands, groupSpecifiers, mayImport } from './needs.js';
import { type Offer, type Participant, undecided } from './offer.js';
import { TermsReader } from './read-terms.js';
import { tieCopies } from './tie-copies.js';

/** More than any real remote has. */
const mostPackages = 500;

/** Reads entries into participants; the host is known by its name. */
export function readParticipants(entries: readonly RemoteEntry[], host: string | undefined): Participant[] {
  const reader = new TermsReader();
  return [...groupBy(entries, ({ url }) => url).values()].map((same, order) => {
    const [entry] = same as [RemoteEntry];
    const names = same.map(({ name }) => name);
    const participant = { entry, names, order, isHost: names.includes(host ?? ''), offers: [] };
    addOffers(participant, reader);
    return participant;
  });
}

function addOffers(participant: Participant, reader: TermsReader): void {
  const { entry, isHost, offers } = participant;
  const { files, provides } = entry;
  const shared = groupBy(entry.shared, ({ packageName }) => packageName);
  // Only an attack has so many; that each keeps to its own remote is always right, and cheap.
  const isCrowd = shared.size > mostPackages;
  const add = (packageName: string, entryPoints: readonly SharedEntryPoint[], imported: readonly string[]): Offer => {
    const mayProvide = typeof provides === 'boolean' ? provides : provides.includes(packageName);
    const isProvided = mayProvide && !isCrowd && entryPoints.length > 0;
    const told = files.size > 0 ? readFiles(entry, entryPoints) : undefined;
    const offer = {
      participant,
      terms: reader.ofRemote(packageName, entryPoints, imported, isProvided, isHost || isCrowd),
      entryPoints,
      files: told,
      // Where another tool built a remote, any of its files may import its chunks.
      isTied: !told && entry.chunks.size > 0,
      demands: none,
      choice: undecided,
      users: 0,
      bytes: 0,
      age: 0,
      rivals: none,
      likeness: '',
    };
    offers.push(offer);
    return offer;
  };
  const exposed = readFiles(
    entry,
    entry.exposes.filter(({ url }) => files.has(url)),
  );
  const imports = groupSpecifiers(exposed?.imports);
  shared.forEach((entryPoints, packageName) => {
    add(packageName, entryPoints, imports.get(packageName) ?? none);
  });
  for (const [packageName, specifiers] of imports) if (!shared.has(packageName)) add(packageName, none, specifiers);
  if (files.size > 0) tieCopies(participant, exposed);
  const importers = isCrowd ? [] : offers.filter(mayImport);
  if (importers.length === 0) return;
  const siblings = new Map(offers.map((offer) => [offer.terms.packageName, offer]));
  // A copy may import what its remote neither shares nor imports: an offer without a copy, which nobody asks for.
  const siblingOf = (packageName: string): Offer => {
    const sibling = siblings.get(packageName) ?? add(packageName, none, none);
    siblings.set(packageName, sibling);
    return sibling;
  };
  for (const importer of importers) addDemands(importer, siblingOf, reader);
}

const none: readonly never[] = [];
