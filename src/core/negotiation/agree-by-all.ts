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

/** What is said of one package. */
interface Poll {
  /** Who shares it, in their order. */
  readonly voters: Participant[];
  /** What each of them says: the offer of the first that said so. */
  readonly votes: Offer[];
  /** The votes that differ. */
  readonly opinions: Offer[];
}

/**
 * Settles the packages of which all that is said is plain, and everyone is given one copy: most packages of most pages
 * whose remotes other tools built.
 *
 * The answer is the one that the negotiation of each single offer finds, at the cost of one check for each thing that is
 * said, not for each remote that says it.
 *
 * @returns By npm name; whatever is missing has to be negotiated.
 */
export function agreeByAll(
  entries: readonly RemoteEntry[],
  host: string | undefined,
  objective: Objective,
): Map<string, PackageAgreement> {
  const participants = createParticipants(entries, host);
  // Packages that may depend on others, or others on them, for all that is known.
  const coupled = new Set<string>();
  for (const { entry } of participants) if (!isPlain(entry)) noteAll(entry, coupled);
  const polls = new Map<string, Poll>();
  const reader = new TermsReader();
  for (const participant of participants) if (isPlain(participant.entry)) vote(participant, polls, coupled, reader);
  const agreed = new Map<string, PackageAgreement>();
  polls.forEach((poll, packageName) => {
    const isAlone = !packageName.startsWith('@') && !coupled.has(packageName);
    const agreement = isAlone && settle(packageName, poll, objective);
    if (agreement) agreed.set(packageName, agreement);
  });
  return agreed;
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
    const poll = polls.get(packageName) ?? { voters: [], votes: [], opinions: [] };
    const { voters, votes, opinions } = poll;
    if (voters.length === 0) polls.set(packageName, poll);
    // Its entry points may import each other.
    if (pool !== undefined || voters[voters.length - 1] === participant) coupled.add(packageName);
    let opinion: Offer | undefined;
    for (let known = 0; known < opinions.length && !opinion; known++) {
      if (isOpinionOf(opinions[known] as Offer, participant, point)) opinion = opinions[known];
    }
    if (!opinion) {
      opinion = createOpinion(participant, point, reader);
      opinions.push(opinion);
    }
    voters.push(participant);
    votes.push(opinion);
  }
}

function isOpinionOf({ entryPoints, participant }: Offer, { isHost }: Participant, point: SharedEntryPoint): boolean {
  return participant.isHost === isHost && isSame(entryPoints[0] as SharedEntryPoint, point);
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
  const given =
    voters.length === 1
      ? opinions[0]
      : findCommon(
          opinions,
          opinions.map(({ terms }) => terms),
          opinions,
          objective,
        );
  if (!given) return undefined;
  const { shareScope, specifiers } = given.terms;
  const copy = createCopy(given, new Map());
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
    uses: [{ copy, specifiers, consumers: voters.flatMap(({ names }) => names) }],
  };
}

/** The offers of all, as if each had been looked at. */
function createPool({ voters, votes }: Poll, given: Offer): Offer[] {
  given.choice = createChoice(given);
  return voters.map((participant, index) => {
    const { terms } = votes[index] as Offer;
    const { choice } = given;
    return participant === given.participant ? given : { ...createOffer(participant, []), terms, choice };
  });
}
