import { packageNameOf } from '../package-name.js';
import type { RemoteEntry, SharedEntryPoint } from '../remote-entry.js';
import { isVersion } from '../version.js';
import { type CopyFiles, readFiles } from './copy-files.js';

/** A remote that takes part in the negotiation. */
export interface Participant {
  readonly entry: RemoteEntry;
  /** Place in the order of the entries: the host first. */
  readonly order: number;
  readonly isHost: boolean;
  /** By npm name. */
  readonly offers: ReadonlyMap<string, Offer>;
}

/** What a remote says of one package: what it wants, and the copy that it ships. */
export interface Offer {
  readonly participant: Participant;
  readonly packageName: string;
  /** `undefined` where the entry gives none that is one. */
  readonly version: string | undefined;
  readonly range: string | undefined;
  readonly singleton: boolean;
  readonly strictVersion: boolean;
  readonly shareScope: string | undefined;
  readonly pool: string | undefined;
  /** Whether other remotes may be given its copy. */
  isProvided: boolean;
  /** Whether it neither gives nor takes, one of too many: see {@link isolateCrowds}. */
  isAlone: boolean;
  /** The entry points that it ships: none if the remote imports a package that it does not share. */
  readonly entryPoints: readonly SharedEntryPoint[];
  /** What the remote itself imports, sorted; empty if only its copies of other packages do. */
  specifiers: readonly string[];
  /** What its copy imports. */
  readonly needs: Need[];
  /** What the entry tells of its copy's files. */
  readonly files: CopyFiles | undefined;
  /** Whether its files are also others' of the same remote, so that they see what the remote sees. */
  isTied: boolean;
}

/** What a copy imports of one package. */
export interface Need {
  /** What its own remote says of that package. */
  readonly sibling: Offer;
  readonly range: string | undefined;
  readonly specifiers: readonly string[];
}

/** More packages of one npm scope than any real remote has: see {@link isolateCrowds}. */
const mostCoupled = 100;

/** Reads what an entry says into offers, one for each package that its remote shares or imports. */
export function readParticipant(entry: RemoteEntry, order: number, isHost: boolean): Participant {
  const offers = new Map<string, Offer>();
  const participant = { entry, order, isHost, offers };
  for (const [packageName, entryPoints] of groupByPackage(entry.shared)) {
    offers.set(packageName, createOffer(participant, packageName, entryPoints));
  }
  const exposed = readFiles(
    entry,
    entry.exposes.map(({ url }) => url).filter((url) => entry.files.has(url)),
  );
  for (const [packageName, specifiers] of groupSpecifiers(exposed?.imports)) {
    const offer = offers.get(packageName) ?? addMissing(participant, offers, packageName);
    offer.specifiers = sorted([...offer.specifiers, ...specifiers]);
  }
  isolateCrowds(offers);
  for (const offer of [...offers.values()]) addNeeds(offer, offers);
  tieCopiesThatShareFiles(entry, offers, exposed);
  return participant;
}

function groupByPackage(shared: readonly SharedEntryPoint[]): Map<string, SharedEntryPoint[]> {
  const groups = new Map<string, SharedEntryPoint[]>();
  for (const entryPoint of shared) {
    const group = groups.get(entryPoint.packageName);
    if (group) group.push(entryPoint);
    else groups.set(entryPoint.packageName, [entryPoint]);
  }
  return groups;
}

function groupSpecifiers(specifiers: Iterable<string> = []): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const specifier of specifiers) {
    const packageName = packageNameOf(specifier);
    groups.set(packageName, [...(groups.get(packageName) ?? []), specifier]);
  }
  return groups;
}

function createOffer(participant: Participant, packageName: string, entryPoints: readonly SharedEntryPoint[]): Offer {
  const { provides } = participant.entry;
  // The package's own entry point speaks for the others.
  const main = entryPoints.find(({ specifier }) => specifier === packageName) ?? entryPoints[0];
  return {
    participant,
    packageName,
    version: main?.version !== undefined && isVersion(main.version) ? main.version : undefined,
    range: main?.requiredVersion,
    singleton: main?.singleton ?? false,
    strictVersion: main?.strictVersion ?? true,
    shareScope: main?.shareScope,
    pool: main?.pool,
    isProvided: main !== undefined && (typeof provides === 'boolean' ? provides : provides.includes(packageName)),
    isAlone: false,
    entryPoints,
    specifiers: sorted(entryPoints.map(({ specifier }) => specifier)),
    needs: [],
    files: readFiles(
      participant.entry,
      entryPoints.map(({ url }) => url),
    ),
    isTied: false,
  };
}

/** A package that the remote imports and does not share: an offer without a copy. */
function addMissing(participant: Participant, offers: Map<string, Offer>, packageName: string): Offer {
  const offer = createOffer(participant, packageName, []);
  offers.set(packageName, offer);
  return offer;
}

function addNeeds(offer: Offer, offers: Map<string, Offer>): void {
  const { participant, packageName } = offer;
  const facts = participant.entry.packages.get(packageName);
  for (const [name, specifiers] of importsOf(offer, offers)) {
    const sibling = offers.get(name) ?? addMissing(participant, offers, name);
    offer.needs.push({
      sibling,
      range: facts?.dependencies.get(name) ?? sibling.range,
      specifiers: sorted(specifiers),
    });
  }
}

/** What a copy imports, by package: what its files say, else what its package.json says, else what is likely. */
function importsOf(offer: Offer, offers: ReadonlyMap<string, Offer>): Map<string, readonly string[]> {
  const { participant, packageName, files, pool, entryPoints } = offer;
  const facts = participant.entry.packages.get(packageName);
  const imports = new Map<string, readonly string[]>(files && groupSpecifiers(files.imports));
  const isGuessed = !files && !facts;
  const npmScope = isGuessed ? npmScopeOf(packageName) : undefined;
  const add = (sibling: Offer): void => {
    if (!imports.has(sibling.packageName)) imports.set(sibling.packageName, sibling.specifiers);
  };
  if (!files && entryPoints.length > 1) add(offer);
  if (offer.isAlone || (files && pool === undefined) || (isGuessed && !npmScope && pool === undefined)) return imports;
  for (const [name, sibling] of offers) {
    const isImported = !files && facts?.dependencies.has(name);
    const isCoupled = (npmScope && npmScopeOf(name) === npmScope) || (pool !== undefined && sibling.pool === pool);
    if (isImported || (isCoupled && sibling !== offer)) add(sibling);
  }
  return imports;
}

/**
 * Where the entry does not tell what copies import, packages of one npm scope count as coupled, each with each.
 *
 * Of a crowd of them, which only an attack has, each keeps to its own remote: that is always right, and cheap.
 */
function isolateCrowds(offers: ReadonlyMap<string, Offer>): void {
  const crowds = new Map<string, Offer[]>();
  for (const offer of offers.values()) {
    for (const key of [npmScopeOf(offer.packageName), offer.pool && `pool ${offer.pool}`]) {
      if (!key) continue;
      const crowd = crowds.get(key);
      if (crowd) crowd.push(offer);
      else crowds.set(key, [offer]);
    }
  }
  for (const crowd of crowds.values()) {
    if (crowd.length > mostCoupled)
      for (const offer of crowd) Object.assign(offer, { isAlone: true, isProvided: false });
  }
}

function npmScopeOf(packageName: string): string | undefined {
  return packageName.startsWith('@') ? packageName.slice(0, packageName.indexOf('/') + 1) : undefined;
}

/** A file can be wired in one way only: where several copies, or the remote's own modules, hold it, its remote's. */
function tieCopiesThatShareFiles(
  { chunks, files }: RemoteEntry,
  offers: ReadonlyMap<string, Offer>,
  exposed: CopyFiles | undefined,
): void {
  const owners = new Map<string, Offer | undefined>();
  if (files.size > 0) for (const url of exposed?.urls ?? []) owners.set(url, undefined);
  for (const offer of offers.values()) {
    if (!offer.files) offer.isTied = chunks.size > 0;
    for (const url of offer.files?.urls ?? []) {
      if (!owners.has(url)) owners.set(url, offer);
      else for (const owner of [offer, owners.get(url)]) if (owner) owner.isTied = true;
    }
  }
}

function sorted(specifiers: readonly string[]): readonly string[] {
  return specifiers.length > 1 ? [...new Set(specifiers)].sort() : specifiers;
}
