import type { Consumer } from './consumers.js';
import type { Effort } from './effort.js';
import { noteAges } from './families.js';
import { groupBy } from './group-by.js';
import type { Offer } from './offer.js';
import type { Objective } from './prefer.js';
import { shareAll } from './share-all.js';
import { solve } from './solve.js';
import { splitFamily } from './split-family.js';

/**
 * Settles all that is asked in some families: at a glance where everybody can use the same copies, in a circle of
 * remotes where those of it can, else by a search for the best answers.
 *
 * @param effort - What may be spent, by all of them together.
 * @returns Those for whom there was a search, with what they are given.
 */
export function settle(families: readonly (readonly Offer[])[], objective: Objective, effort: Effort): Consumer[] {
  const disputed = families
    .filter((family) => !shareAll(family, objective))
    .flatMap((family) => {
      for (const offers of groupBy(family, ({ terms }) => terms.packageName).values()) noteAges(offers);
      const circles = effort.lend(effort.left / shareOfSplitting, (share) => splitFamily(family, share));
      return circles.length === 1 ? circles : circles.filter((circle) => !shareAll(circle, objective));
    });
  return solve(disputed, objective, effort);
}

/** The part of all effort that may be spent on finding the circles of one family: one of so many. */
const shareOfSplitting = 4;
