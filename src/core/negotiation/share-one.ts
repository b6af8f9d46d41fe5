import { objectionTo } from './objection.js';
import type { Offer } from './offer.js';
import { type Objective, prefer } from './prefer.js';

/**
 * Settles a package of which everybody can use the same copy: most packages, on most pages.
 *
 * Does nothing unless it is plain that no other answer is better; then the search has to find out.
 *
 * @returns Whether the package is settled.
 */
export function shareOne(offers: readonly Offer[], objective: Objective): boolean {
  const open = offers.filter(({ choice }) => !choice.copy);
  const asked = [...new Set(open.map(({ terms }) => terms))];
  const isSimple = asked.every(({ specifiers, shipped }) => specifiers.length === shipped.length);
  const copy =
    isSimple && offers.every(({ demands }) => demands.length === 0) ? findCopy(offers, open, objective) : undefined;
  if (!copy) return open.length === 0;
  for (const { choice } of open) choice.copy = copy;
  copy.users++;
  return true;
}

function findCopy(offers: readonly Offer[], open: readonly Offer[], objective: Objective): Offer | undefined {
  if (offers.length === 1) return offers[0];
  const [stubborn, ...others] = open.filter(({ terms }) => terms.isOwnOnly);
  const asked = new Set(open.filter((offer) => offer !== stubborn).map(({ terms }) => terms));
  const isAcceptedByAll = ({ terms }: Offer): boolean => [...asked].every((wish) => !objectionTo(wish, terms));
  const [best, ...rest] = bestOfEach(offers).sort(prefer(objective)) as [Offer, ...Offer[]];
  const isOnlyBest = objective === 'newest' || best.bytes === 0;
  if (stubborn) return isOnlyBest || others.length > 0 || !isAcceptedByAll(stubborn) ? undefined : stubborn;
  // One that is not the best will do, too, if no two are smaller, and nobody could waive what speaks against the best.
  const isPlain = !isOnlyBest && ![...asked].some(({ isLoose }) => isLoose);
  const most = best.bytes + (rest[0]?.bytes ?? 0);
  const worthy = isPlain ? [best, ...rest.filter(({ bytes }) => bytes < most)] : [best];
  return worthy.find(isAcceptedByAll);
}

/** Of the copies that come on the same terms the smallest. */
function bestOfEach(offers: readonly Offer[]): Offer[] {
  const best = new Map<Offer['terms'], Offer>();
  for (const offer of offers) {
    const known = best.get(offer.terms);
    if (!known || offer.bytes < known.bytes) best.set(offer.terms, offer);
  }
  return [...best.values()];
}
