import type { Candidate, Consumer, CopyGroup, Demand, Family, Kind } from './family.js';
import { groupBy } from './group-by.js';
import { Kinds } from './kinds.js';
import { isWaivable, objectionTo } from './objection.js';
import type { Offer, Participant } from './offer.js';
import { createRating, rateCopy } from './rate-copies.js';

/** Kinds of copies of one package that are considered: more than any real page has. */
const mostGroups = 64;

/** Orders two copies that nobody uses yet, the better first. */
export type Preference = (one: Candidate, other: Candidate) => number;

/**
 * Puts all that is offered and asked of some packages into the form that the search works on.
 *
 * @param packages - For each package all offers, in the order of the participants.
 */
export function createFamily(packages: readonly (readonly Offer[])[], preference: Preference): Family {
  const candidates = new Map(packages.flatMap((offers) => createCandidates(offers)));
  const kinds = new Kinds();
  for (const candidate of candidates.values()) addDemands(candidate, candidates, kinds);
  const demands = demandsOfRemotes(candidates.values(), kinds);
  const exceptions = findExceptions(candidates.values(), [...demands.values()].flat());
  acceptCopies(kinds.all(), groupCopies(candidates.values(), exceptions, preference));
  return { candidates, consumers: mergeConsumers(demands, exceptions) };
}

function createCandidates(offers: readonly Offer[]): [Offer, Candidate][] {
  const rating = createRating(offers);
  const candidates = new Map(
    offers.map((offer): [Offer, Candidate] => {
      const users = offer.wired ? 1 : 0;
      const choice = { candidate: undefined };
      return [offer, { ...rateCopy(offer, rating), demands: [], choice, group: undefined, users }];
    }),
  );
  for (const [offer, { choice }] of candidates) {
    choice.candidate = offer.given && candidates.get(offer.given);
  }
  return [...candidates];
}

/** What a copy imports; it accepts what its package.json does, and what its own remote ships beside it. */
function addDemands({ offer, demands }: Candidate, candidates: ReadonlyMap<Offer, Candidate>, kinds: Kinds): void {
  for (const need of offer.needs) {
    const own = candidates.get(need.sibling) as Candidate;
    const target = offer.wired?.get(need.sibling.terms.packageName);
    const choice = offer.isTied ? own.choice : { candidate: target && candidates.get(target) };
    demands.push({ kind: kinds.ofCopy(offer, need), own, choice, weight: 1 });
  }
}

function demandsOfRemotes(candidates: Iterable<Candidate>, kinds: Kinds): Map<Participant, Demand[]> {
  const open = [...candidates].filter(({ offer }) => offer.terms.specifiers.length > 0 && !offer.given);
  const byParticipant = groupBy(open, ({ offer }) => offer.participant);
  const demandOf = (own: Candidate): Demand => {
    return { kind: kinds.ofRemote(own.offer.terms), own, choice: own.choice, weight: 1 };
  };
  return new Map([...byParticipant].map(([participant, own]) => [participant, own.map(demandOf)]));
}

/** Copies that cannot stand for others like them: who ships them accepts them only because they are its own. */
function findExceptions(candidates: Iterable<Candidate>, asked: readonly Demand[]): Set<Candidate> {
  const exceptions = new Set<Candidate>();
  const isException = ({ kind, own }: Demand): boolean =>
    kind.isOwnOnly || objectionTo(kind, own.offer.terms) !== undefined;
  for (const demand of asked) if (isException(demand)) exceptions.add(demand.own);
  for (const candidate of candidates) {
    for (const demand of candidate.demands) {
      if (demand.own === candidate) continue;
      if (candidate.offer.isTied) exceptions.add(candidate);
      if (isException(demand)) exceptions.add(candidate).add(demand.own);
    }
  }
  return exceptions;
}

/** By package and share scope: the copies that others may be given, those that are alike together. */
function groupCopies(
  candidates: Iterable<Candidate>,
  exceptions: ReadonlySet<Candidate>,
  preference: Preference,
): Map<string, CopyGroup[]> {
  const provided = [...candidates].filter(({ offer }) => offer.terms.isProvided);
  const pools = groupBy(provided, ({ offer }) => poolOf(offer.terms));
  return new Map(
    [...pools].map(([pool, copies]) => {
      const groups = groupBy(copies, (candidate) => {
        const { terms, participant } = candidate.offer;
        const needs = candidate.demands.map(({ kind }) => kind.id);
        return [terms.version, terms.shipped, needs, exceptions.has(candidate) && participant.order].join('\n');
      });
      return [pool, orderGroups([...groups.values()], preference)];
    }),
  );
}

function poolOf({ packageName, shareScope }: Pick<Kind, 'packageName' | 'shareScope'>): string {
  return `${packageName}\n${shareScope}`;
}

function orderGroups(groups: Candidate[][], preference: Preference): CopyGroup[] {
  for (const group of groups) group.sort(preference);
  if (groups.length > mostGroups) {
    const importance = (group: CopyGroup): number =>
      group.reduce((sum, { users }) => sum + users * groups.length + 1, 0);
    groups.sort((a, b) => importance(b) - importance(a) || preference(a[0] as Candidate, b[0] as Candidate));
    groups.length = mostGroups;
  }
  for (const group of groups) for (const candidate of group) candidate.group = group;
  return groups.sort((a, b) => preference(a[0] as Candidate, b[0] as Candidate));
}

function acceptCopies(kinds: Iterable<Kind>, pools: ReadonlyMap<string, readonly CopyGroup[]>): void {
  for (const kind of kinds) {
    if (kind.isOwnOnly) continue;
    for (const group of pools.get(poolOf(kind)) ?? []) {
      const objection = objectionTo(kind, (group[0] as Candidate).offer.terms);
      if (!objection || (kind.isWish && isWaivable(objection))) kind.accepted.set(group, objection !== undefined);
    }
  }
}

/** Remotes that ask the same, and whose own copies are no exception, are one case; so are names of one entry. */
function mergeConsumers(
  demands: ReadonlyMap<Participant, readonly Demand[]>,
  exceptions: ReadonlySet<Candidate>,
): Consumer[] {
  const keys = new Map<Participant, string>();
  for (const [participant, asked] of demands) {
    const isAlone = asked.some(({ own }) => !own.group || exceptions.has(own));
    keys.set(participant, `${asked.map(({ kind }) => kind.id)} ${isAlone && participant.order}`);
  }
  const members = groupBy(demands.keys(), (participant) => keys.get(participant.original ?? participant));
  return [...members.values()].map((group) => {
    const asked = demands.get(group[0] as Participant) as readonly Demand[];
    for (const demand of asked) demand.weight = group.length;
    return { members: group, demands: asked };
  });
}
