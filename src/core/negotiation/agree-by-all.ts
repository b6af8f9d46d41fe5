import type { Decision, PackageAgreement } from '../agreement.js';
import { packageNameOf } from '../package-name.js';
import type { RemoteEntry, SharedEntryPoint } from '../remote-entry.js';
import { isRange } from '../version.js';
import { createCopy } from './create-copies.js';
import { createParticipants } from './create-participants.js';
import { decide } from './decide.js';
import { createChoice, createOffer, mostPackages, type Offer, type Participant } from './offer.js';
import type { Objective } from './prefer.js';
import { isSame, TermsReader } from './read-terms.js';
import { findCommon } from './share-one.js';

/** What is agreed on at a glance. */
export interface Consensus {
  /** By npm name. */
  readonly packages: ReadonlyMap<string, PackageAgreement>;
  /** Whether nothing is left to negotiate. */
  readonly isComplete: boolean;
}

/** What is known before anything is looked at. */
export const notSettled: Consensus = { packages: new Map(), isComplete: false };

/** What is said of one package. */
interface Poll {
  /** Who shares it, in their order. */
  readonly voters: Participant[];
  /** What they say, each once: the offer of the first that says so. */
  readonly opinions: Offer[];
}

/**
 * Settles the packages of which all that is said is plain, and everyone is given one copy: most packages of most pages
 * whose remotes other tools built.
 *
 * The answer is the one that the negotiation of each single offer finds, at the cost of one check for each thing that is
 * said, not for each remote that says it.
 */
export function agreeByAll(entries: readonly RemoteEntry[], host: string | undefined, objective: Objective): Consensus {
  const participants = createParticipants(entries, host);
  // Packages that may depend on others, or others on them, for all that is known.
  const coupled = new Set<string>();
  for (const { entry } of participants) if (!isPlain(entry)) noteAll(entry, coupled);
  const polls = new Map<string, Poll>();
  const reader = new TermsReader();
  for (const participant of participants) if (isPlain(participant.entry)) vote(participant, polls, coupled, reader);
  const packages = new Map<string, PackageAgreement>();
  polls.forEach((poll, packageName) => {
    const isAlone = !packageName.startsWith('@') && !coupled.has(packageName);
    const agreement = isAlone && settle(packageName, poll, objective);
    if (agreement) packages.set(packageName, agreement);
  });
  return { packages, isComplete: packages.size === polls.size && coupled.size === 0 };
}

/** Whether an entry tells nothing that could couple its packages, but their names and pools. */
function isPlain({ shared, files, packages, provides }: RemoteEntry): boolean {
  return files.size === 0 && packages.size === 0 && provides === true && shared.length <= mostPackages;
}

/** Notes the packages that a remote has or imports. */
function noteAll({ shared, files }: RemoteEntry, coupled: Set<string>): void {
  for (const { packageName } of shared) coupled.add(packageName);
  files.forEach(({ externals }) => {
    for (const specifier of externals) coupled.add(packageNameOf(specifier));
  });
}

/** Adds what one remote says. This runs for each package of each remote, so it creates nothing but what is new. */
function vote(participant: Participant, polls: Map<string, Poll>, coupled: Set<string>, reader: TermsReader): void {
  const { shared } = participant.entry;
  for (let index = 0; index < shared.length; index++) {
    const point = shared[index] as SharedEntryPoint;
    const { packageName, pool } = point;
    const poll = polls.get(packageName) ?? { voters: [], opinions: [] };
    const { voters, opinions } = poll;
    if (voters.length === 0) polls.set(packageName, poll);
    // Its entry points may import each other.
    if (pool !== undefined || voters[voters.length - 1] === participant) coupled.add(packageName);
    if (!opinionOf(opinions, participant, point)) opinions.push(createOpinion(participant, point, reader));
    voters.push(participant);
  }
}

function opinionOf(opinions: readonly Offer[], { isHost }: Participant, point: SharedEntryPoint): Offer | undefined {
  for (let index = 0; index < opinions.length; index++) {
    const opinion = opinions[index] as Offer;
    const said = opinion.entryPoints[0] as SharedEntryPoint;
    if (isSame(said, point) && opinion.participant.isHost === isHost) return opinion;
  }
  return undefined;
}

function createOpinion(participant: Participant, point: SharedEntryPoint, reader: TermsReader): Offer {
  const offer = createOffer(participant, [point]);
  offer.terms = reader.ofRemote(point.packageName, offer.entryPoints, [], true, participant.isHost);
  return offer;
}

/** Gives everyone one copy, if all accept it and it is plain that no other answer is better. */
function settle(packageName: string, poll: Poll, objective: Objective): PackageAgreement | undefined {
  const { voters, opinions } = poll;
  // Who wrote a range that is none has to be warned.
  if (!opinions.every(({ terms: { range } }) => range === undefined || isRange(range))) return undefined;
  const given = voters.length === 1 ? opinions[0] : findCommon(opinions, opinions, objective);
  if (!given) return undefined;
  const { shareScope, specifiers } = given.terms;
  const copy = createCopy(given, new Map());
  const consumers: string[] = [];
  for (const { names } of voters) consumers.push(...names);
  let decisions: readonly Decision[] | undefined;
  return {
    packageName,
    shareScope,
    copies: [copy],
    // Few ever ask for the many sentences.
    get decisions(): readonly Decision[] {
      decisions ??= decide(createPool(poll, given), given, new Map([[given, copy]]), new Map(), []);
      return decisions;
    },
    uses: [{ copy, specifiers, consumers }],
  };
}

/** The offers of all, as if each had been looked at. */
function createPool({ voters, opinions }: Poll, given: Offer): Offer[] {
  const choice = createChoice(given);
  given.choice = choice;
  return voters.map((participant) => {
    if (participant === given.participant) return given;
    const point = participant.entry.shared.find(({ packageName }) => packageName === given.terms.packageName);
    const { terms } = opinionOf(opinions, participant, point as SharedEntryPoint) as Offer;
    return { ...createOffer(participant, []), terms, choice };
  });
}
