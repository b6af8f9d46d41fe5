import type { Objective } from './cost.js';
import { objectionTo, wishOf } from './objection.js';
import type { Offer } from './offer.js';
import { createRating, orderCopies, type RatedCopy, rateCopy } from './rate-copies.js';
import type { Terms } from './terms.js';

/**
 * Settles a package of which everybody can use the same copy: most packages, on most pages.
 *
 * Does nothing unless it is plain that no other answer is better; then the search has to find out.
 *
 * @param offers - All offers of a package in one share scope, none of which needs another package.
 * @returns Whether the package is settled.
 */
export function shareOne(offers: readonly Offer[], objective: Objective): boolean {
  const open = offers.filter(({ given }) => !given);
  const asked = new Set(open.map(({ terms }) => terms));
  const isComplete = [...asked].every(({ specifiers, shipped }) => specifiers === shipped);
  const copy = isComplete && findCopy(offers, open, asked, objective);
  if (copy) {
    for (const offer of open) offer.given = copy;
    copy.wired ??= new Map();
  }
  return open.length === 0 || copy !== undefined;
}

function findCopy(
  offers: readonly Offer[],
  open: readonly Offer[],
  asked: ReadonlySet<Terms>,
  objective: Objective,
): Offer | undefined {
  if (offers.length === 1) return open[0];
  const [stubborn, ...others] = [...asked].some(isStubborn) ? open.filter(({ terms }) => isStubborn(terms)) : [];
  if (stubborn && (objective === 'newest' || others.length > 0)) return undefined;
  const [first, ...rest] = rateBest(stubborn ? [stubborn] : offers, offers, objective);
  if (!first) return undefined;
  // The best will do; another one only if no two are smaller, nobody could waive what speaks against the best, and
  // there is something to download at all.
  const isOnlyBest = objective === 'newest' || first.bytes === 0 || [...asked].some(isWaiving);
  const isPlain = ({ bytes }: RatedCopy): boolean => bytes < first.bytes + (rest[0] as RatedCopy).bytes;
  const worthy = isOnlyBest ? [first] : [first, ...rest.filter(isPlain)];
  const wishes = [...asked].filter((terms) => terms !== stubborn?.terms).map(wishOf);
  return worthy.find(({ offer }) => wishes.every((wish) => objectionTo(wish, offer.terms) === undefined))?.offer;
}

function isStubborn({ isOwnOnly }: Terms): boolean {
  return isOwnOnly;
}

function isWaiving({ singleton, strictVersion }: Terms): boolean {
  return singleton && !strictVersion;
}

/** Of each kind of copies the best, the best of them first. */
function rateBest(copies: readonly Offer[], offers: readonly Offer[], objective: Objective): RatedCopy[] {
  const compare = orderCopies(objective);
  const rating = createRating(offers);
  const best = new Map<Terms, Offer>();
  for (const offer of copies) {
    const known = best.get(offer.terms);
    // Of copies on the same terms the first is the best, unless another one is smaller, or there already.
    if (!known || rating.bytesOf(offer) < rating.bytesOf(known)) best.set(offer.terms, offer);
  }
  return [...best.values()].map((offer) => rateCopy(offer, rating)).sort(compare);
}
