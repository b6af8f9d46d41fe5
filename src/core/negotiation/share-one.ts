import type { Objective } from './cost.js';
import { objectionTo, wishOf } from './objection.js';
import type { Offer } from './offer.js';
import { createRating, orderCopies, type RatedCopy, rateCopy } from './rate-copies.js';
import type { Settlement } from './settlement.js';

/**
 * Settles a package of which everybody can use the same copy: most packages, on most pages.
 *
 * Does nothing unless it is plain that no other answer is better; then the search has to find out.
 *
 * @param offers - All offers of a package in one share scope, none of which needs another package.
 * @returns Whether the package is settled.
 */
export function shareOne(offers: readonly Offer[], objective: Objective, settlement: Settlement): boolean {
  const { given, wired } = settlement;
  const open = offers.filter((offer) => !given.has(offer));
  if (open.length === 0) return true;
  if (open.some(({ terms }) => terms.specifiers !== terms.shipped)) return false;
  const copy = offers.length === 1 ? offers[0] : findCopy(offers, open, objective, settlement);
  if (!copy) return false;
  for (const offer of open) given.set(offer, copy);
  if (!wired.has(copy)) wired.set(copy, new Map());
  return true;
}

function findCopy(
  offers: readonly Offer[],
  open: readonly Offer[],
  objective: Objective,
  settlement: Settlement,
): Offer | undefined {
  const isOwnOnly = ({ terms }: Offer): boolean => terms.isOwnOnly;
  const stubborn = open.find(isOwnOnly);
  if (stubborn && (objective === 'newest' || open.filter(isOwnOnly).length > 1)) return undefined;
  const asked = new Set(open.filter((offer) => offer !== stubborn).map(({ terms }) => terms));
  const rated = rateBest(stubborn ? [stubborn] : offers, offers, objective, settlement);
  const [first, second] = rated;
  if (!first) return undefined;
  // The best will do; another one only if no two are smaller, nobody could waive what speaks against the best, and
  // there is something to download at all.
  const isOnlyBest = objective === 'newest' || first.bytes === 0 || [...asked].some(isWaiving);
  const isPlain = ({ bytes }: RatedCopy): boolean => bytes < first.bytes + (second?.bytes ?? 0);
  const worthy = isOnlyBest ? [first] : rated.filter((copy) => copy === first || isPlain(copy));
  const wishes = [...asked].map(wishOf);
  return worthy.find(({ offer }) => wishes.every((wish) => objectionTo(wish, offer.terms) === undefined))?.offer;
}

function isWaiving({ singleton, strictVersion }: Offer['terms']): boolean {
  return singleton && !strictVersion;
}

/** Of each kind of copies the best, the best of them first. */
function rateBest(
  copies: readonly Offer[],
  offers: readonly Offer[],
  objective: Objective,
  settlement: Settlement,
): RatedCopy[] {
  const compare = orderCopies(objective);
  const rating = createRating(offers, settlement);
  const best = new Map<Offer['terms'], Offer>();
  for (const offer of copies) {
    const known = best.get(offer.terms);
    // Of copies on the same terms the first is the best, unless another one is smaller, or there already.
    if (!known || rating.bytesOf(offer) < rating.bytesOf(known)) best.set(offer.terms, offer);
  }
  return [...best.values()].map((offer) => rateCopy(offer, rating)).sort(compare);
}
