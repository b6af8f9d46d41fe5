import type { Wish } from './objection.js';
import type { Offer, Participant } from './offer.js';

/** Packages that hang together: all that is offered and asked of them. */
export interface Family {
  /** Those that are to be given something, remotes with identical demands as one. */
  readonly consumers: readonly Consumer[];
  readonly candidates: ReadonlyMap<Offer, Candidate>;
}

/** One or more remotes with identical demands, which are all given the same. */
export interface Consumer {
  readonly members: readonly Participant[];
  readonly demands: readonly Demand[];
}

/** A copy that may be given. */
export interface Candidate {
  readonly offer: Offer;
  /** What it adds to the page if nobody uses it yet. */
  readonly bytes: number;
  /** How many versions of the package are newer. */
  readonly age: number;
  /** What its own files ask for. */
  readonly demands: Demand[];
  /** The answer to what the remote that ships it asks of the package. */
  readonly choice: Choice;
  /** The copies that are as good as this one; `undefined` if only its own remote may use it. */
  group: CopyGroup | undefined;
  /** How many choices fall on it, as the search goes on. */
  users: number;
}

/** Copies that are given, taken and wired alike, the cheapest first. */
export type CopyGroup = readonly Candidate[];

/** The place for an answer. */
export interface Choice {
  candidate: Candidate | undefined;
}

/** What a remote or a copy asks of one package. */
export interface Demand {
  readonly kind: Kind;
  /** What its own remote ships: always accepted. */
  readonly own: Candidate;
  readonly choice: Choice;
  /** How many remotes it stands for. */
  weight: number;
}

/** What many ask in the same words. */
export interface Kind extends Wish {
  readonly id: number;
  readonly packageName: string;
  readonly shareScope: string | undefined;
  readonly singleton: boolean;
  /** Whether the range is only a wish. */
  readonly isWish: boolean;
  /** Whether nothing but the own copy will do. */
  readonly isOwnOnly: boolean;
  /** The copies that serve it, the cheapest first, and whether they are outside of its range. */
  readonly accepted: Map<CopyGroup, boolean>;
}

/** Whether a copy serves a demand. */
export function isAccepted({ kind, own }: Demand, candidate: Candidate): boolean {
  return candidate === own || (candidate.group !== undefined && kind.accepted.has(candidate.group));
}

/** Whether a copy serves a demand only because its range is no more than a wish. */
export function isOutsideRange({ kind, own }: Demand, candidate: Candidate): boolean {
  return candidate !== own && candidate.group !== undefined && kind.accepted.get(candidate.group) === true;
}
