import type { RemoteEntry, SharedEntryPoint } from '../remote-entry.js';
import { readFiles, urlsOf } from './copy-files.js';
import { groupBy } from './group-by.js';
import { addDemands, groupSpecifiers, mayImport } from './needs.js';
import { createOffer, type Offer, type Packages, type Participant } from './offer.js';
import { TermsReader } from './read-terms.js';
import { tieCopies } from './tie-copies.js';

/** More than any real remote has. */
const mostPackages = 500;

/** Who takes part, and what they say of each package. */
export interface Assembly {
  readonly participants: readonly Participant[];
  readonly packages: Packages;
  /** The offers whose copies may import others. */
  readonly importers: readonly Offer[];
}

/** Reads entries into participants and their offers; the host is known by its name. */
export function readParticipants(entries: readonly RemoteEntry[], host: string | undefined): Assembly {
  const reader = new TermsReader();
  const packages = new Map<string, Offer[]>();
  const importers: Offer[] = [];
  const participants = [...groupBy(entries, ({ url }) => url).values()].map((same, order): Participant => {
    const [entry] = same as [RemoteEntry];
    const names = same.map(({ name }) => name);
    const participant = { entry, names, order, isHost: names.includes(host ?? ''), offers: [] };
    importers.push(...addOffers(participant, packages, reader));
    return participant;
  });
  return { participants, packages, importers };
}

/**
 * Adds the offers of a participant to its own and to those of each package.
 *
 * @returns Those whose copies may import others.
 */
function addOffers(participant: Participant, packages: Map<string, Offer[]>, reader: TermsReader): Offer[] {
  const { entry, offers } = participant;
  // Who is read last is the last in each list, so this needs no index of its own.
  const findOwn = (others: readonly Offer[] | undefined): Offer | undefined => {
    const last = others?.[others.length - 1];
    return last?.participant === participant ? last : undefined;
  };
  const add = (packageName: string, others: Offer[] | undefined, entryPoints: SharedEntryPoint[]): Offer => {
    const offer = createOffer(participant, entryPoints);
    offers.push(offer);
    if (others) others.push(offer);
    else packages.set(packageName, [offer]);
    return offer;
  };
  entry.shared.forEach((point) => {
    const others = packages.get(point.packageName);
    const own = findOwn(others);
    // What is listed twice is what is listed first: its version is that of the copy.
    if (own?.entryPoints.some(({ specifier }) => specifier === point.specifier)) return;
    if (own) own.entryPoints.push(point);
    else add(point.packageName, others, [point]);
  });
  // Only an attack has so many; that each keeps to its own remote is always right, and cheap.
  const isCrowd = offers.length > mostPackages;
  const modules = entry.exposes.map(({ url }) => url);
  const exposed = readFiles(
    entry,
    modules.filter((url) => entry.files.has(url)),
  );
  const imports = groupSpecifiers(exposed?.imports);
  offers.forEach((offer) => {
    const packageName = offer.entryPoints[0]?.packageName as string;
    readOffer(offer, packageName, imports.get(packageName) ?? none, isCrowd, reader);
  });
  // An offer without a copy: what the remote imports and does not share.
  const siblingOf = (packageName: string): Offer => {
    const others = packages.get(packageName);
    const own = findOwn(others);
    if (own) return own;
    const offer = add(packageName, others, []);
    readOffer(offer, packageName, imports.get(packageName) ?? none, isCrowd, reader);
    return offer;
  };
  imports.forEach((_, packageName) => {
    siblingOf(packageName);
  });
  if (entry.files.size > 0) tieCopies(participant, exposed);
  const importers = isCrowd ? [] : offers.filter(mayImport);
  for (const offer of importers) addDemands(offer, siblingOf, reader);
  return importers;
}

/** Reads what an offer says, once all its entry points are known. */
function readOffer(
  offer: Offer,
  packageName: string,
  imported: readonly string[],
  isCrowd: boolean,
  reader: TermsReader,
): void {
  const { participant, entryPoints } = offer;
  const { entry, isHost } = participant;
  const { files, chunks, provides } = entry;
  const mayProvide = typeof provides === 'boolean' ? provides : provides.includes(packageName);
  const isProvided = mayProvide && !isCrowd && entryPoints.length > 0;
  const consumed = entryPoints.length > 0 ? undefined : entry.consumes?.get(packageName);
  // A host keeps to what it ships, not to what it has from others.
  offer.terms = consumed
    ? reader.ofConsumer(packageName, consumed, imported, isCrowd)
    : reader.ofRemote(packageName, entryPoints, imported, isProvided, isCrowd || (isHost && entryPoints.length > 0));
  if (files.size > 0) offer.files = readFiles(entry, urlsOf(entry, entryPoints));
  // Where another tool built a remote, any of its files may import its chunks.
  offer.isTied = !offer.files && chunks.size > 0;
}

const none: readonly never[] = [];
