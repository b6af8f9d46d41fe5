import type { Cost, Objective } from './cost.js';
import type { Candidate, Consumer, Demand } from './family.js';

/** A demand of which is known what it costs at least, as long as no copy that serves it is used. */
interface Stake {
  readonly servants: readonly Candidate[];
  readonly bytes: number;
}

/**
 * What an answer must cost at least, when all consumers before one are settled.
 *
 * Demands for a package that no copy can serve together cost a copy each, unless one is used already.
 */
export function createLowerBound(
  consumers: readonly Consumer[],
  objective: Objective,
): (cost: Cost, next: number) => Cost {
  const stakes: Stake[][] = [[]];
  const ages = [0];
  const orders = [0];
  for (const { demands } of [...consumers].reverse()) {
    stakes.unshift(addStakes(stakes[0] as Stake[], demands));
    ages.unshift((ages[0] as number) + least(demands, ({ age }) => age));
    orders.unshift((orders[0] as number) + least(demands, ({ offer }) => offer.participant.order));
  }
  return (cost, next) => {
    let bytes = 0;
    for (const stake of stakes[next] ?? []) if (stake.servants.every(({ users }) => users === 0)) bytes += stake.bytes;
    const [age, order] = [ages[next] as number, orders[next] as number];
    return objective === 'newest'
      ? [cost[0] + age, cost[1] + bytes, cost[2], cost[3] + order]
      : [cost[0] + bytes, cost[1], cost[2] + age, cost[3] + order];
  };
}

function servantsOf({ kind, own, choice }: Demand): Candidate[] {
  return choice.candidate ? [choice.candidate] : [...new Set([...kind.accepted.keys()].flat()).add(own)];
}

function addStakes(known: readonly Stake[], demands: readonly Demand[]): Stake[] {
  const stakes = [...known];
  for (const demand of demands) {
    const servants = servantsOf(demand);
    const isApart = stakes.every((stake) => !stake.servants.some((candidate) => servants.includes(candidate)));
    if (isApart) stakes.push({ servants, bytes: Math.min(...servants.map(({ bytes }) => bytes)) });
  }
  return stakes;
}

function least(demands: readonly Demand[], measure: (candidate: Candidate) => number): number {
  return demands.reduce((sum, demand) => sum + demand.weight * Math.min(...servantsOf(demand).map(measure)), 0);
}
