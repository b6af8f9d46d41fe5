import { Assignment } from './assignment.js';
import type { Objective } from './cost.js';
import type { Candidate, Consumer, Family } from './family.js';
import { findFirstAnswer } from './first-answer.js';
import { improveAnswer } from './improve-answer.js';
import type { Offer } from './offer.js';
import type { Settlement } from './settlement.js';

/** Finds the best answers to all demands of a family, and writes them into a settlement. */
export function solve(family: Family, objective: Objective, settlement: Settlement): void {
  const consumers = [...family.consumers].sort((a, b) => freedomOf(a) - freedomOf(b));
  const answer = findFirstAnswer(consumers, objective);
  improveAnswer(consumers, answer, objective);
  const assignment = new Assignment(objective, ({ bytes }) => bytes);
  for (const moves of answer.values()) assignment.replay(moves);
  record(family, assignment, settlement);
}

function record({ consumers }: Family, { moves }: Assignment, { given, wired }: Settlement): void {
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
