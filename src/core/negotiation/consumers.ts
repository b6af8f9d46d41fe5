import type { Answers } from './answers.js';
import { groupBy } from './group-by.js';
import { objectionTo } from './objection.js';
import { type Demand, type Offer, type Participant, placeOf } from './offer.js';
import { type Objective, prefer } from './prefer.js';
import { Reach } from './reach.js';

/** One or more remotes with identical demands, which are all given the same. */
export interface Consumer {
  readonly members: readonly Participant[];
  readonly demands: readonly Demand[];
  /** How many answers there are to each demand, on the average. */
  readonly freedom: number;
  /** What they are given, and all that they get to by it. */
  readonly reach: Reach;
}

/**
 * Collects what is asked of a family and not answered yet, those that ask the same as one.
 */
export function createConsumers(family: readonly Offer[], objective: Objective, answers: Answers): Consumer[] {
  const asking = family.filter(({ choice, terms }) => !choice.copy && terms.specifiers.length > 0);
  const odd = findOdd(family, asking);
  rank(family, odd, objective);
  const byRemote = groupBy(asking, ({ participant }) => participant);
  const groups = groupBy(byRemote.values(), (offers) => {
    const isAlone = offers.some((offer) => odd.has(offer));
    return [
      isAlone && offers[0]?.participant.order,
      ...offers.map(({ terms }) => terms.packageName + terms.question),
    ].join();
  });
  const asked = [...groups.values()].map((group) => {
    const [first] = group as [Offer[]];
    for (const offers of group)
      for (const [index, offer] of offers.entries()) offer.choice = placeOf(first[index] as Offer);
    const members = group.map(([offer]) => (offer as Offer).participant);
    return { members, demands: first.map((offer) => demandOf(offer, group.length)) };
  });
  const tied = new Set(family.filter(isTied).flatMap(({ demands }) => demands.map(({ choice }) => choice)));
  answers.findAll(
    asked.flatMap(({ demands }) => demands),
    ({ choice }) => !tied.has(choice),
  );
  return asked.map(({ members, demands }) => ({ members, demands, freedom: freedomOf(demands), reach: new Reach() }));
}

function freedomOf(demands: readonly Demand[]): number {
  return demands.reduce((sum, { answers = [] }) => sum + answers.length, 0) / demands.length;
}

function isTied({ isTied }: Offer): boolean {
  return isTied;
}

/** Copies that cannot stand for others like them: who ships them accepts them only because they are its own. */
function findOdd(family: readonly Offer[], asking: readonly Offer[]): Set<Offer> {
  const odd = new Set(asking.filter((offer) => isOdd(demandOf(offer, 1))));
  for (const offer of family) {
    const others = offer.demands.filter(({ own }) => own !== offer);
    if (offer.isTied && others.length > 0) odd.add(offer);
    for (const demand of others) if (isOdd(demand)) odd.add(offer).add(demand.own);
  }
  return odd;
}

/** Orders the copies of each package, and notes which are as good as others. */
function rank(family: readonly Offer[], odd: ReadonlySet<Offer>, objective: Objective): void {
  for (const offers of groupBy(family, ({ terms }) => terms.packageName).values()) {
    const sorted = [...offers].sort(prefer(objective));
    const kinds = new Map<string, Offer>();
    const rivals: Offer[] = [];
    for (const offer of sorted) {
      const { terms, demands, participant } = offer;
      const questions = demands.map(({ wish }) => wish.question);
      const place = odd.has(offer) && participant.order;
      const kind = [terms.shareScope, terms.version, terms.isProvided, terms.shipped, questions, place].join();
      const better = kinds.get(kind);
      offer.rank = { rivals, better };
      // The files of a copy can be wired in one way only; where they import nothing, one of a kind is enough.
      if (better && demands.length === 0) continue;
      kinds.set(kind, offer);
      rivals.push(offer);
    }
  }
}

function demandOf(own: Offer, weight: number): Demand {
  return { wish: own.terms, own, choice: own.choice, weight };
}

/** Whether a copy would not be accepted, if it were not the own one. */
function isOdd({ wish, own }: Demand): boolean {
  return wish.isOwnOnly || objectionTo(wish, own.terms) !== undefined;
}
