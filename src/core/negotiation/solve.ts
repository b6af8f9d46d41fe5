import { Assignment, agendaOf, createReach, type Move } from './assignment.js';
import { type Cost, compareCosts, type Objective } from './cost.js';
import type { Candidate, Consumer, Family } from './family.js';
import { createLowerBound } from './lower-bound.js';
import type { Offer } from './offer.js';
import { type Search, settle } from './settle.js';
import type { Settlement } from './settlement.js';

/** Answers that are tried for one remote, when a first answer is looked for. */
const stepsForFirst = 200;
/** Answers that are tried for a family, before the best answer found so far has to do. */
const stepsForBest = 20_000;

/**
 * Finds the best answers to all demands of a family, and writes them into a settlement.
 *
 * First each remote in turn takes what is best as things stand; then an exact search proves that answer the best, or finds a
 * better one, as long as its steps last.
 */
export function solve(family: Family, objective: Objective, settlement: Settlement): void {
  const consumers = [...family.consumers].sort((a, b) => freedomOf(a) - freedomOf(b));
  const first = findFirst(consumers, objective);
  const best = findBest(consumers, objective, first);
  new Assignment(objective, ({ bytes }) => bytes).replay(best);
  record(family, best, settlement);
}

function record({ consumers }: Family, moves: readonly Move[], { given, wired }: Settlement): void {
  for (const { members, demands } of consumers) {
    for (const { kind, choice } of demands) {
      const copy = (choice.candidate as Candidate).offer;
      for (const { offers } of members) given.set(offers.get(kind.packageName) as Offer, copy);
    }
  }
  for (const { candidate } of moves) {
    const targets = candidate.demands.map(({ kind, choice }): [string, Offer] => {
      return [kind.packageName, (choice.candidate as Candidate).offer];
    });
    wired.set(candidate.offer, new Map(targets));
  }
}

/** How many ways a consumer has to answer its demands, roughly. */
function freedomOf({ demands }: Consumer): number {
  return demands.reduce((product, { kind }) => product * (kind.accepted.size + 1), 1);
}

/** One remote after the other takes what is best as things stand. */
function findFirst(consumers: readonly Consumer[], objective: Objective): Move[] {
  const popularity = countFriends(consumers);
  // A copy that many can use is worth more than one that only this one can.
  const price = (candidate: Candidate): number => Math.ceil(candidate.bytes / (popularity.get(candidate) ?? 1));
  const assignment = new Assignment(objective, price);
  const stubborn = new Set<Consumer>();
  let order = consumers;
  for (let index = 0; index < order.length; ) {
    const consumer = order[index] as Consumer;
    const moves = settleOne(assignment, consumer, stubborn.has(consumer));
    if (moves) {
      assignment.replay(moves);
      index++;
      continue;
    }
    // Others use its copies in a way that leaves it nothing: it keeps to its own, before anybody takes them.
    stubborn.add(consumer);
    order = [...stubborn, ...consumers.filter((other) => !stubborn.has(other))];
    assignment.rollBack(0);
    index = 0;
  }
  const moves = [...assignment.moves];
  assignment.rollBack(0);
  return moves;
}

function settleOne(assignment: Assignment, consumer: Consumer, isOwnOnly: boolean): Move[] | undefined {
  const start = assignment.moves.length;
  let best: { cost: Cost; moves: Move[] } | undefined;
  const search: Search = {
    assignment,
    steps: stepsForFirst,
    isHopeful: () => !best || compareCosts(assignment.cost, best.cost) < 0,
    onSettled: () => {
      best = { cost: [...assignment.cost], moves: assignment.moves.slice(start) };
    },
  };
  settle(search, agendaOf(consumer), createReach(isOwnOnly));
  return best?.moves;
}

/** For each copy, how many remotes accept it. */
function countFriends(consumers: readonly Consumer[]): Map<Candidate, number> {
  const friends = new Map<Candidate, number>();
  for (const { demands } of consumers) {
    for (const { kind, weight } of demands) {
      for (const group of kind.accepted.keys()) {
        for (const candidate of group) friends.set(candidate, (friends.get(candidate) ?? 0) + weight);
      }
    }
  }
  return friends;
}

/** Branch and bound: each remote in turn, with all that it can take. */
function findBest(consumers: readonly Consumer[], objective: Objective, first: Move[]): Move[] {
  const assignment = new Assignment(objective, ({ bytes }) => bytes);
  assignment.replay(first);
  let best = { cost: [...assignment.cost] as Cost, moves: first };
  assignment.rollBack(0);
  const lowerBound = createLowerBound(consumers, objective);
  let index = 0;
  const search: Search = {
    assignment,
    steps: stepsForBest,
    isHopeful: () => compareCosts(lowerBound(assignment.cost, index), best.cost) < 0,
    onSettled: () => {
      const consumer = consumers[index];
      index++;
      if (consumer) settle(search, agendaOf(consumer), createReach());
      else best = { cost: [...assignment.cost], moves: [...assignment.moves] };
      index--;
    },
  };
  if (search.isHopeful()) search.onSettled();
  return best.moves;
}
