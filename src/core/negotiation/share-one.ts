import { objectionTo } from './objection.js';
import { createChoice, type Offer } from './offer.js';
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
  const copy = open.every(isSimple) && offers.every(needsNothing) ? findCopy(offers, open, objective) : undefined;
  if (!copy) return open.length === 0;
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

/** Whether a remote imports what it ships, all of it and nothing else. */
function isSimple({ terms: { specifiers, shipped } }: Offer): boolean {
  return specifiers.length === shipped.length;
}

function needsNothing({ demands }: Offer): boolean {
  return demands.length === 0;
}

function findCopy(offers: readonly Offer[], open: readonly Offer[], objective: Objective): Offer | undefined {
  if (offers.length === 1) return offers[0];
  const [stubborn, ...others] = open.filter(isStubborn);
  const asked = new Set(open.map(termsOf));
  if (stubborn) asked.delete(stubborn.terms);
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

function isStubborn({ terms }: Offer): boolean {
  return terms.isOwnOnly;
}

function termsOf({ terms }: Offer): Offer['terms'] {
  return terms;
}

/** Of the copies that come on the same terms the smallest. */
function bestOfEach(offers: readonly Offer[]): Offer[] {
  const best = new Map<Offer['terms'], Offer>();
  offers.forEach((offer) => {
    const known = best.get(offer.terms);
    if (!known || offer.bytes < known.bytes) best.set(offer.terms, offer);
  });
  return [...best.values()];
}
