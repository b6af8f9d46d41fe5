import type { RemoteEntry, SharedEntryPoint } from '../remote-entry.js';
import { isVersion } from '../version.js';
import { type CopyFiles, readFiles } from './copy-files.js';

/** A remote that takes part in the negotiation. */
export interface Participant {
  readonly entry: RemoteEntry;
  /** Place in the order of the entries. */
  readonly order: number;
  readonly isHost: boolean;
  /** The participant before it whose entry is the same file, known by another name. */
  readonly original: Participant | undefined;
  /** By npm name. */
  readonly offers: Map<string, Offer>;
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
  /** Whether it neither gives nor takes, as one of too many: see {@link isolateCrowds}. */
  isAlone: boolean;
  /** The entry points that it ships: none if the remote imports a package that it does not share. */
  readonly entryPoints: readonly SharedEntryPoint[];
  /** What the remote itself imports, sorted; empty if only its copies of other packages do. */
  specifiers: readonly string[];
  /** What its copy imports. */
  needs: readonly Need[];
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

/** The offer of a package; one without a copy if the remote imports what it does not share. */
export function offerOf(participant: Participant, packageName: string): Offer {
  const known = participant.offers.get(packageName) ?? createOffer(participant, packageName, []);
  participant.offers.set(packageName, known);
  return known;
}

/** Reads what a remote says of a package. */
export function createOffer(
  participant: Participant,
  packageName: string,
  entryPoints: readonly SharedEntryPoint[],
): Offer {
  const { entry, original } = participant;
  const { provides } = entry;
  // The package's own entry point speaks for the others.
  const main = entryPoints.find(({ specifier }) => specifier === packageName) ?? entryPoints[0];
  const urls = entryPoints.map(({ url }) => url);
  return {
    participant,
    packageName,
    version: main?.version !== undefined && isVersion(main.version) ? main.version : undefined,
    range: main?.requiredVersion,
    singleton: main?.singleton ?? false,
    strictVersion: main?.strictVersion ?? true,
    shareScope: main?.shareScope,
    pool: main?.pool,
    isProvided: main !== undefined && original === undefined && (provides === true || isIn(provides, packageName)),
    isAlone: false,
    entryPoints,
    specifiers: sorted(entryPoints.map(({ specifier }) => specifier)),
    needs: [],
    files: readFiles(entry, urls),
    isTied: false,
  };
}

function isIn(list: boolean | readonly string[], name: string): boolean {
  return typeof list !== 'boolean' && list.includes(name);
}

/** Each once, in order. */
export function sorted(specifiers: readonly string[]): readonly string[] {
  return specifiers.length > 1 ? [...new Set(specifiers)].sort() : specifiers;
}
