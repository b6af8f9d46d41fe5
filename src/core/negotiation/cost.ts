import { type Candidate, type Demand, isOutsideRange } from './family.js';
import { hasEntryPoints } from './objection.js';

/** What an answer costs: four sums, of which the first that differs decides. */
export type Cost = [first: number, second: number, third: number, fourth: number];

/** What is compared first: the bytes that are downloaded, or how new the versions are. */
export type Objective = 'fewest-bytes' | 'newest';

/** What a specifier that leads nowhere costs: more than any download, so that it is only ever a last resort. */
const bytesOfMissing = 1e12;

/** What it adds to give a candidate to one more demand. */
export function costOf(demand: Demand, candidate: Candidate, bytes: number, objective: Objective): Cost {
  const { weight, kind, own } = demand;
  const isMissing = candidate === own && !hasEntryPoints(candidate.offer.terms, kind.specifiers);
  const download = bytes + (isMissing ? bytesOfMissing : 0);
  const warnings = isOutsideRange(demand, candidate) ? weight : 0;
  const age = candidate.age * weight;
  const order = candidate.offer.participant.order * weight;
  return objective === 'newest' ? [age, download, warnings, order] : [download, warnings, age, order];
}

/** Orders two costs, the lower first. */
export function compareCosts(one: Cost, other: Cost): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2] || one[3] - other[3];
}
