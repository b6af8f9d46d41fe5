import { Assignment, agendaOf, createReach, type Move } from './assignment.js';
import { type Cost, compareCosts, type Objective } from './cost.js';
import type { Consumer } from './family.js';
import type { Answer } from './first-answer.js';
import { createLowerBound } from './lower-bound.js';
import { type Search, settle } from './settle.js';

/** Steps of the exact search, in which all consumers may change; it is exact if they suffice. */
const mostSteps = 20_000;
/** Steps of all searches together in which only a few consumers may change. */
const mostStepsForFew = 30_000;
/** Steps of one of these. */
const mostStepsForOne = 300;
/** Consumers that may change in one of these. */
const mostReleased = 4;

/**
 * Makes an answer the best one, or at least a better one.
 *
 * Again and again a few consumers are released, and answered anew in the best way; at last all of them are, which
 * proves the answer to be the best, as long as the steps last. Steps are counted, not milliseconds, so that the
 * answer is the same on every machine.
 */
export function improveAnswer(consumers: readonly Consumer[], answer: Answer, objective: Objective): void {
  const assignment = new Assignment(objective, ({ bytes }) => bytes);
  for (const moves of answer.values()) assignment.replay(moves);
  let best: Cost = [...assignment.cost];
  assignment.rollBack(0);
  let stepsForFew = mostStepsForFew;

  const isImproved = (released: readonly Consumer[], steps: number): boolean => {
    for (const [consumer, moves] of answer) if (!released.includes(consumer)) assignment.replay(moves);
    const lowerBound = createLowerBound(released, objective);
    const starts: number[] = [];
    let found: Move[][] | undefined;
    const search: Search = {
      assignment,
      steps,
      isHopeful: () => compareCosts(lowerBound(assignment.cost, starts.length), best) < 0,
      onSettled: () => {
        const consumer = released[starts.length];
        starts.push(assignment.moves.length);
        if (consumer) settle(search, agendaOf(consumer), createReach());
        else {
          best = [...assignment.cost];
          found = released.map((_, index) => assignment.moves.slice(starts[index], starts[index + 1]));
        }
        starts.pop();
      },
    };
    if (search.isHopeful()) search.onSettled();
    assignment.rollBack(0);
    stepsForFew -= steps - search.steps;
    for (const [index, moves] of (found ?? []).entries()) answer.set(released[index] as Consumer, moves);
    return found !== undefined;
  };

  const isBest = compareCosts(createLowerBound(consumers, objective)([0, 0, 0, 0], 0), best) === 0;
  if (isBest) return;
  for (let isBetter = true; isBetter && stepsForFew > 0; ) {
    isBetter = false;
    for (const few of neighbours(consumers, answer)) {
      if (stepsForFew > 0 && isImproved(few, mostStepsForOne)) isBetter = true;
    }
  }
  isImproved(consumers, mostSteps);
}

/** Consumers that are worth being answered anew together: each alone, and those that use a copy. */
function* neighbours(consumers: readonly Consumer[], answer: Answer): Generator<Consumer[]> {
  for (const consumer of consumers) yield [consumer];
  const copies = new Set([...answer.values()].flatMap((moves) => moves.map(({ candidate }) => candidate)));
  for (const copy of copies) {
    const users = consumers.filter((consumer) => answer.get(consumer)?.some(({ candidate }) => candidate === copy));
    if (users.length > 1 && users.length <= mostReleased) yield users;
  }
}
