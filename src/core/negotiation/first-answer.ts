import { Assignment, agendaOf, createReach, type Move } from './assignment.js';
import { type Cost, compareCosts, type Objective } from './cost.js';
import type { Candidate, Consumer } from './family.js';
import { type Search, settle } from './settle.js';

/** Answers that are tried for one consumer, before the best of them has to do. */
const mostSteps = 200;

/** The answers of each consumer, in the order in which they were given. */
export type Answer = Map<Consumer, readonly Move[]>;

/** An answer that keeps all promises, and is good as a rule: one after the other takes what is best as things stand. */
export function findFirstAnswer(consumers: readonly Consumer[], objective: Objective): Answer {
  const friends = countFriends(consumers);
  // A copy that many can use is worth more than one that only this one can.
  const price = (candidate: Candidate): number => Math.ceil(candidate.bytes / (friends.get(candidate) ?? 1));
  const assignment = new Assignment(objective, price);
  const stubborn = new Set<Consumer>();
  for (;;) {
    const answer: Answer = new Map();
    const stuck = [...new Set([...stubborn, ...consumers])].find((consumer) => {
      const moves = settleOne(assignment, consumer, stubborn.has(consumer));
      answer.set(consumer, moves ?? []);
      assignment.replay(moves ?? []);
      return !moves;
    });
    assignment.rollBack(0);
    if (!stuck) return answer;
    // Others use its copies in a way that leaves it nothing. Now it comes before them, and keeps to its own, which
    // is always possible; so this ends, at the latest when all do.
    stubborn.add(stuck);
  }
}

/** The best answers of one consumer, as things stand; `undefined` if there are none. */
function settleOne(assignment: Assignment, consumer: Consumer, isOwnOnly: boolean): Move[] | undefined {
  const start = assignment.moves.length;
  let best: { cost: Cost; moves: Move[] } | undefined;
  const search: Search = {
    assignment,
    steps: mostSteps,
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
