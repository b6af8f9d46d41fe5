import type { Cost } from './offer.js';

/** Costs that are summed up in place, because a search does so at every step. */
export type Sum = [number, number, number, number];

/** Adds a cost to a sum, or takes it away again. */
export function add(sum: Sum, cost: Cost, times: 1 | -1): void {
  sum[0] += times * cost[0];
  sum[1] += times * cost[1];
  sum[2] += times * cost[2];
  sum[3] += times * cost[3];
}

/** Whether the first is less: what comes first decides. */
export function isLess(one: Cost, other: Cost): boolean {
  if (one[0] !== other[0]) return one[0] < other[0];
  if (one[1] !== other[1]) return one[1] < other[1];
  if (one[2] !== other[2]) return one[2] < other[2];
  return one[3] < other[3];
}
