import { Assignment } from './assignment.js';
import type { Objective } from './cost.js';
import type { Candidate, Consumer, Family } from './family.js';
import { findFirstAnswer } from './first-answer.js';
import { improveAnswer } from './improve-answer.js';
import type { Offer } from './offer.js';

/** Finds the best answers to all demands of a family, and writes them into the offers. */
export function solve(family: Family, objective: Objective): void {
  const consumers = [...family.consumers].sort((a, b) => freedomOf(a) - freedomOf(b));
  const answer = findFirstAnswer(consumers, objective);
  improveAnswer(consumers, answer, objective);
  const assignment = new Assignment(objective, ({ bytes }) => bytes);
  for (const moves of answer.values()) assignment.replay(moves);
  record(family, assignment);
}

function record({ consumers }: Family, { moves }: Assignment): void {
  for (const { members, demands } of consumers) {
    for (const { kind, choice } of demands) {
      for (const { offers } of members) (offers.get(kind.packageName) as Offer).given = choice.candidate?.offer;
    }
  }
  for (const { candidate } of moves) {
    const targets = candidate.demands.map(({ kind, choice }): [string, Offer] => {
      return [kind.packageName, (choice.candidate as Candidate).offer];
    });
    candidate.offer.wired = new Map(targets);
  }
}

/** How many ways a consumer has to answer its demands, roughly. */
function freedomOf({ demands }: Consumer): number {
  return demands.reduce((product, { kind }) => product * (kind.accepted.size + 1), 1);
}
