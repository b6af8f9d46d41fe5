import { objectionTo } from './objection.js';
import { createChoice, type Offer, type Terms } from './offer.js';
import { type Objective, prefer } from './prefer.js';

/**
 * Settles a package of which everybody can use the same copy: most packages, on most pages.
 *
 * Does nothing unless it is plain that no other answer is better; then the search has to find out.
 *
 * @returns Whether the package is settled.
 */
export function shareOne(offers: readonly Offer[], objective: Objective): boolean {
  const open = offers.filter(isOpen);
  if (open.length === 0) return true;
  const copy = findCopy(offers, open, objective);
  if (!copy) return false;
  const choice = createChoice(copy);
  open.forEach((offer) => {
    offer.choice = choice;
  });
  copy.users++;
  return true;
}

function isOpen({ choice }: Offer): boolean {
  return !choice.copy;
}

function findCopy(offers: readonly Offer[], open: readonly Offer[], objective: Objective): Offer | undefined {
  const bestByTerms = bestOfEach(offers);
  const asked = open.length === offers.length ? [...bestByTerms.keys()] : [...bestOfEach(open).keys()];
  if (!asked.every(isSimple) || offers.some(isInNeed)) return undefined;
  if (offers.length === 1) return open[0];
  const [stubborn, ...others] = asked.some(isStubborn) ? open.filter(({ terms }) => terms.isOwnOnly) : [];
  const wishes = asked.filter((terms) => terms !== stubborn?.terms);
  const isAcceptedByAll = ({ terms }: Offer): boolean => wishes.every((wish) => !objectionTo(wish, terms));
  const [best, ...rest] = [...bestByTerms.values()].sort(prefer(objective)) as [Offer, ...Offer[]];
  const isOnlyBest = objective === 'newest' || best.bytes === 0;
  if (stubborn) return isOnlyBest || others.length > 0 || !isAcceptedByAll(stubborn) ? undefined : stubborn;
  // One that is not the best will do, too, if no two are smaller, and nobody could waive what speaks against the best.
  const isPlain = !isOnlyBest && !wishes.some(({ isLoose }) => isLoose);
  const most = best.bytes + (rest[0]?.bytes ?? 0);
  const worthy = isPlain ? [best, ...rest.filter(({ bytes }) => bytes < most)] : [best];
  return worthy.find(isAcceptedByAll);
}

function isInNeed({ demands }: Offer): boolean {
  return demands.length > 0;
}

/** Whether who says so imports what it ships, all of it and nothing else. */
function isSimple({ specifiers, shipped }: Terms): boolean {
  return specifiers.length === shipped.length;
}

function isStubborn({ isOwnOnly }: Terms): boolean {
  return isOwnOnly;
}

/** Of the copies that come on the same terms the smallest. */
function bestOfEach(offers: readonly Offer[]): Map<Terms, Offer> {
  const best = new Map<Terms, Offer>();
  offers.forEach((offer) => {
    const known = best.get(offer.terms);
    if (!known || offer.bytes < known.bytes) best.set(offer.terms, offer);
  });
  return best;
}
