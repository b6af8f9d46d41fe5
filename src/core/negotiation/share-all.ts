import { groupBy } from './group-by.js';
import { accepts, objectionTo } from './objection.js';
import { createChoice, type Demand, type Offer, type Terms } from './offer.js';
import { type Objective, prefer } from './prefer.js';

/**
 * Settles packages of which everybody can use the same copies: most packages, on most pages.
 *
 * Does nothing unless it is plain that no other answer is better; then the search has to find out.
 *
 * @param family - The offers of one package, or of several that depend on each other.
 * @returns Whether all is settled.
 */
export function shareAll(family: readonly Offer[], objective: Objective): boolean {
  const open = family.filter(isOpen);
  if (open.length === 0) return true;
  const byPackage = groupBy(open, packageOf);
  const offersOf = byPackage.size === 1 ? new Map([[packageOf(open[0] as Offer), family]]) : groupBy(family, packageOf);
  const shared = new Map<string, Offer>();
  for (const [packageName, asking] of byPackage) {
    const copy = findCopy(offersOf.get(packageName) as readonly Offer[], asking, objective);
    if (!copy) return false;
    shared.set(packageName, copy);
  }
  for (const { demands } of shared.values()) if (!demands.every((demand) => isServed(demand, shared))) return false;
  for (const [packageName, copy] of shared) give(copy, byPackage.get(packageName) as readonly Offer[], shared);
  return true;
}

function isOpen({ choice }: Offer): boolean {
  return !choice.copy;
}

function packageOf({ terms }: Offer): string {
  return terms.packageName;
}

/** The copy that all who are open can use, if none and no two of the others would be better. */
function findCopy(offers: readonly Offer[], open: readonly Offer[], objective: Objective): Offer | undefined {
  const bestByTerms = bestOfEach(offers);
  const asked = open.length === offers.length ? [...bestByTerms.keys()] : [...bestOfEach(open).keys()];
  if (!asked.every(isSimple)) return undefined;
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

/** Whether what a copy asks of another package is what everybody is given. */
function isServed({ wish, own, choice }: Demand, shared: ReadonlyMap<string, Offer>): boolean {
  const copy = shared.get(wish.packageName);
  if (!copy) return false;
  return choice.copy ? choice.copy === copy : copy === own || accepts(wish, copy.terms);
}

/** Gives a copy to some who asked, and to the copy what it asks itself. */
function give(copy: Offer, asking: readonly Offer[], shared: ReadonlyMap<string, Offer>): void {
  const choice = createChoice(copy);
  asking.forEach((offer) => {
    offer.choice = choice;
  });
  for (const { wish, choice } of copy.demands) choice.copy = shared.get(wish.packageName);
  copy.users++;
}

/** Whether who says so imports what it ships, all of it and nothing else. */
function isSimple({ specifiers, shipped }: Terms): boolean {
  return shipped.length > 0 && specifiers.length === shipped.length;
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
