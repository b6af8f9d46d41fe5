import { compareVersions } from '../version.js';
import type { Candidate, Choice, Consumer, CopyGroup, Demand, Family, Kind } from './family.js';
import { groupBy } from './group-by.js';
import { objectionTo, strictShareScope } from './objection.js';
import type { Offer, Participant } from './offer.js';
import type { Settlement } from './settlement.js';

/** The size that is assumed where no entry tells one. */
const typicalBytes = 30_000;
/** Kinds of copies of one package that are considered: more than any real page has. */
const mostGroups = 64;

/** Orders two copies that nobody uses yet, the better first. */
export type Preference = (one: Candidate, other: Candidate) => number;

/**
 * Puts all that is offered and asked of some packages into the form that the search works on.
 *
 * @param packages - For each package all offers, in the order of the participants.
 */
export function createFamily(
  packages: readonly (readonly Offer[])[],
  committed: Settlement,
  preference: Preference,
): Family {
  const candidates = new Map(packages.flatMap((offers) => createCandidates(offers, committed)));
  const kinds = new Map<string, Kind>();
  const demand = (offer: Offer, facts: KindFacts, choice: Choice): Demand => {
    return { kind: createKind(kinds, offer, facts), own: candidates.get(offer) as Candidate, choice, weight: 1 };
  };
  for (const candidate of candidates.values()) addNeeds(candidate, candidates, committed, demand);
  const demands = collectDemands(candidates, committed, demand);
  const exceptions = findExceptions([...candidates.values()], [...demands.values()].flat());
  acceptCopies(kinds.values(), groupCopies(candidates.values(), exceptions, preference));
  return { candidates, consumers: mergeConsumers(demands, exceptions) };
}

function createCandidates(offers: readonly Offer[], { given, wired }: Settlement): [Offer, Candidate][] {
  const versions = [...new Set(offers.map(({ version = '' }) => version))].sort((a, b) => compareVersions(b, a));
  const shipped = offers.filter(({ entryPoints }) => entryPoints.length > 0).map(({ files }) => files?.bytes);
  const known = shipped.filter((bytes) => bytes !== undefined);
  // Where one size is unknown, none can be compared.
  const commonBytes = known.length < shipped.length ? Math.max(...known, 0) || typicalBytes : undefined;
  const candidates = new Map(
    offers.map((offer): [Offer, Candidate] => {
      const bytes = wired.has(offer) ? 0 : (commonBytes ?? offer.files?.bytes ?? 0);
      const age = versions.indexOf(offer.version ?? '');
      return [offer, { offer, bytes, age, demands: [], choice: { candidate: undefined }, group: undefined, users: 0 }];
    }),
  );
  for (const [offer, { choice }] of candidates) {
    const copy = given.get(offer);
    choice.candidate = copy && candidates.get(copy);
  }
  for (const offer of wired.keys()) {
    const candidate = candidates.get(offer);
    if (candidate) candidate.users = 1;
  }
  return [...candidates];
}

type KindFacts = Pick<Kind, 'range' | 'specifiers' | 'singleton' | 'isWish' | 'isOwnOnly'>;
type CreateDemand = (offer: Offer, facts: KindFacts, choice: Choice) => Demand;

function createKind(kinds: Map<string, Kind>, offer: Offer, facts: KindFacts): Kind {
  const { packageName, shareScope } = offer;
  const { range, specifiers, singleton, isWish, isOwnOnly } = facts;
  const equalVersion = shareScope === strictShareScope ? offer.version : undefined;
  const flags = `${singleton} ${isWish} ${isOwnOnly}`;
  const key = [packageName, shareScope, range, specifiers.join(' '), equalVersion, flags].join('\n');
  const known = kinds.get(key);
  if (known) return known;
  const id = kinds.size;
  const kind = { id, packageName, shareScope, equalVersion, ...facts, accepted: new Map<CopyGroup, boolean>() };
  kinds.set(key, kind);
  return kind;
}

/** What a copy imports; it accepts what its package.json does, and what its own remote ships beside it. */
function addNeeds(
  { offer, demands }: Candidate,
  candidates: ReadonlyMap<Offer, Candidate>,
  { wired }: Settlement,
  createDemand: CreateDemand,
): void {
  for (const { sibling, range, specifiers } of offer.needs) {
    const { singleton, participant, isAlone, packageName } = sibling;
    const isOwnOnly = sibling === offer || participant.isHost || isAlone;
    const target = wired.get(offer)?.get(packageName);
    const choice = offer.isTied
      ? (candidates.get(sibling) as Candidate).choice
      : { candidate: target && candidates.get(target) };
    demands.push(createDemand(sibling, { range, specifiers, singleton, isWish: false, isOwnOnly }, choice));
  }
}

function collectDemands(
  candidates: ReadonlyMap<Offer, Candidate>,
  { given }: Settlement,
  createDemand: CreateDemand,
): Map<Participant, Demand[]> {
  const demands = new Map<Participant, Demand[]>();
  for (const [offer, { choice }] of candidates) {
    const { participant, range, specifiers, singleton, strictVersion, isAlone } = offer;
    if (specifiers.length === 0 || given.has(offer)) continue;
    const isOwnOnly = participant.isHost || isAlone;
    const facts = { range, specifiers, singleton, isWish: singleton && !strictVersion, isOwnOnly };
    const demand = createDemand(offer, facts, choice);
    const others = demands.get(participant);
    if (others) others.push(demand);
    else demands.set(participant, [demand]);
  }
  return demands;
}

/** Copies that cannot stand for others like them: who ships them accepts them only because they are its own. */
function findExceptions(candidates: readonly Candidate[], asked: readonly Demand[]): Set<Candidate> {
  const exceptions = new Set<Candidate>();
  const isException = ({ kind, own }: Demand): boolean => kind.isOwnOnly || objectionTo(kind, own.offer) !== undefined;
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
  const pools = new Map<string, Map<string, Candidate[]>>();
  for (const candidate of candidates) {
    const { packageName, shareScope, version, entryPoints, isProvided, participant } = candidate.offer;
    if (!isProvided) continue;
    const poolKey = `${packageName}\n${shareScope}`;
    const pool = pools.get(poolKey) ?? new Map<string, Candidate[]>();
    pools.set(poolKey, pool);
    const names = entryPoints.map(({ specifier }) => specifier).sort();
    const needs = candidate.demands.map(({ kind }) => kind.id);
    const key = [version, names.join(' '), needs, exceptions.has(candidate) && participant.order].join('\n');
    const group = pool.get(key);
    if (group) group.push(candidate);
    else pool.set(key, [candidate]);
  }
  return new Map([...pools].map(([poolKey, pool]) => [poolKey, orderGroups([...pool.values()], preference)]));
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

function acceptCopies(kinds: Iterable<Kind>, groups: ReadonlyMap<string, readonly CopyGroup[]>): void {
  for (const kind of kinds) {
    if (kind.isOwnOnly) continue;
    for (const group of groups.get(`${kind.packageName}\n${kind.shareScope}`) ?? []) {
      const objection = objectionTo(kind, (group[0] as Candidate).offer);
      const isWaived = kind.isWish && (objection === 'range' || objection === 'version-unknown');
      if (!objection || isWaived) kind.accepted.set(group, isWaived);
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
