import type { Objection } from '../agreement.js';
import type { RemoteEntry, SharedEntryPoint } from '../remote-entry.js';
import type { CopyFiles } from './copy-files.js';

/** A remote that takes part in the negotiation. */
export interface Participant {
  readonly entry: RemoteEntry;
  /** Its names: several, if the same entry goes by several. */
  readonly names: readonly string[];
  /** Place in the order of the entries. */
  readonly order: number;
  readonly isHost: boolean;
  /** One for each package. */
  readonly offers: Offer[];
}

/** What a remote says of one package: what it wants, and the copy that it ships. */
export interface Offer {
  readonly participant: Participant;
  /** What was said, once it is read. */
  terms: Terms;
  /** The entry points that it ships: none if the remote imports a package that it does not share. */
  readonly entryPoints: SharedEntryPoint[];
  /** What the entry tells of its copy's files. */
  files: CopyFiles | undefined;
  /** Whether its files are also others' of the same remote, so that they see what the remote sees. */
  isTied: boolean;
  /** What its copy asks of other packages. */
  demands: readonly Demand[];
  /** What the remote is given: one place for remotes that are to be given the same. */
  choice: Choice;
  /** How many choices fall on its copy; one that was committed counts, too. */
  users: number;
  /** What has to be downloaded, if nobody uses its copy yet. */
  bytes: number;
  /** How many versions of the package are newer, if there is a search. */
  age: number;
  /** How it compares with the other copies of the package, if there is a search. */
  rank: Rank;
}

/** How a copy compares with the others of its package. */
interface Rank {
  /** The copies of the package that are worth a look, the better first. */
  readonly rivals: readonly Offer[];
  /** Of the copies that are like this one the one that comes before it. */
  readonly better: Offer | undefined;
}

/** What is to be avoided: sums of which the first that differs decides. */
export type Cost = readonly [number, number, number, number];

/** The place for an answer. */
export interface Choice {
  copy: Offer | undefined;
  /** How many times it was given. */
  users: number;
  /** What it costs to give it, beside what the copy costs. */
  cost: Cost;
}

/** What a remote or a copy asks of one package. */
export interface Demand {
  readonly wish: Terms;
  /** What its own remote ships: always accepted. */
  readonly own: Offer;
  readonly choice: Choice;
  /** How many remotes it stands for. */
  readonly weight: number;
  /** What may be answered, the most promising first, as far as somebody asked. */
  answers?: readonly Move[];
}

/** One answer. */
export interface Move {
  readonly demand: Demand;
  readonly copy: Offer;
  /** What it costs, beside what has to be downloaded. */
  readonly cost: Cost;
}

/** What is said of one package, without names: who says the same shares the object. */
export interface Terms {
  readonly packageName: string;
  /** `undefined` where the entry gives none that is one. */
  readonly version: string | undefined;
  readonly range: string | undefined;
  readonly singleton: boolean;
  /** Whether the range is only a wish. */
  readonly isLoose: boolean;
  readonly shareScope: string | undefined;
  /** What is imported, sorted; empty if the remote itself imports nothing, only its copies do. */
  readonly specifiers: readonly string[];
  /** The entry points that the copy has, sorted. */
  readonly shipped: readonly string[];
  /** Whether other remotes may be given the copy. */
  readonly isProvided: boolean;
  /** Whether nothing but the own copy will do. */
  readonly isOwnOnly: boolean;
  /** Equal for terms that ask the same, whatever they come with. */
  readonly question: string;
  /** What speaks against the copies that come with other terms, as far as somebody asked. */
  readonly objections: Map<Terms, Objection | ''>;
}

/** All offers of each package, by npm name, in the order of the participants. */
export type Packages = ReadonlyMap<string, readonly Offer[]>;

/** The size that is assumed where no entry tells one. */
export const typicalBytes = 30_000;

/** No cost at all. */
const nothing: Cost = [0, 0, 0, 0];

/** What all have before somebody looks for an answer: no place of their own. */
export const undecided: Choice = Object.freeze(createChoice());

/** A place for an answer. */
export function createChoice(copy?: Offer): Choice {
  return { copy, users: 0, cost: nothing };
}

/** The place for what a remote is given. */
export function placeOf(offer: Offer): Choice {
  if (offer.choice === undecided) offer.choice = createChoice();
  return offer.choice;
}

/** An offer of which nothing is read but its entry points. */
export function createOffer(participant: Participant, entryPoints: SharedEntryPoint[]): Offer {
  return {
    participant,
    terms: unread,
    entryPoints,
    files: undefined,
    isTied: false,
    demands: none,
    choice: undecided,
    users: 0,
    bytes: typicalBytes,
    age: 0,
    rank: unranked,
  };
}

const none: readonly never[] = [];

const unranked: Rank = { rivals: none, better: undefined };

const unread: Terms = {
  packageName: '',
  version: undefined,
  range: undefined,
  singleton: false,
  isLoose: false,
  shareScope: undefined,
  specifiers: none,
  shipped: none,
  isProvided: false,
  isOwnOnly: true,
  question: '',
  objections: new Map(),
};
