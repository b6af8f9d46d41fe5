import { type Consumer, createConsumers } from './consumers.js';
import type { Offer } from './offer.js';
import type { Objective } from './prefer.js';
import { Search } from './search.js';

/** Steps of the exact search, in which all consumers may change; it is exact if they suffice. */
const mostSteps = 10_000;
/** Steps of all searches together in which only a few consumers may change. */
const mostStepsForFew = 100_000;
/** Steps of one of them. */
const mostStepsAtOnce = 2000;
/** Consumers that may change in one of them. */
const mostReleased = 12;

/**
 * Finds the best answers to all that is asked in a family.
 *
 * At first everybody keeps to its own, which is always possible. Then again and again a few are answered anew, each
 * alone and those that use a copy together; at last all are, which proves the answers to be the best, as long as the
 * steps last. Steps are counted, not milliseconds, so that the answers are the same on every machine.
 */
export function solve(family: readonly Offer[], objective: Objective): Consumer[] {
  const consumers = createConsumers(family, objective);
  const search = new Search(objective);
  for (const consumer of consumers) search.giveOwn(consumer);
  let steps = mostStepsForFew;
  for (let isBetter = true; isBetter && steps > 0; ) {
    isBetter = false;
    for (const few of neighbours(consumers)) {
      if (steps <= 0) break;
      const before = search.steps;
      if (search.improve(few, mostStepsAtOnce)) isBetter = true;
      steps -= search.steps - before;
    }
  }
  search.improve(consumers, mostSteps);
  return consumers;
}

function* neighbours(consumers: readonly Consumer[]): Generator<Consumer[]> {
  for (const consumer of consumers) yield [consumer];
  const copies = new Set(consumers.flatMap(({ moves }) => moves.map(({ copy }) => copy)));
  for (const used of copies) {
    const users = consumers.filter(({ moves }) => moves.some(({ copy }) => copy === used));
    if (users.length > 1 && users.length <= mostReleased) yield users;
  }
}
