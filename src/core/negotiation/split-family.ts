import { Conflicts } from './conflicts.js';
import type { Effort } from './effort.js';
import { groupBy } from './group-by.js';
import type { Offer, Participant } from './offer.js';
import { unite } from './unite.js';
import { collectWishes, type Party, type Wish } from './wishes.js';

/** Most pairs are together already, which is seen faster than a copy is looked at. */
const pairsPerLook = 10;

/** Who is in which circle. */
type Circles = Map<Participant, Set<Participant>>;

/**
 * Splits a family into circles of remotes: nobody, neither a remote nor one of its copies, could be given what another
 * circle ships, so each circle can be settled by itself.
 *
 * Remotes that need different majors are in different circles, with all that depends on them; that is what most
 * conflicts are.
 *
 * @param effort - What may be spent. If it does not suffice, the family stays whole.
 */
export function splitFamily(family: readonly Offer[], effort: Effort): readonly (readonly Offer[])[] {
  const circles: Circles = new Map(family.map(({ participant }) => [participant, new Set([participant])]));
  joinUsers(family, circles);
  const wishes = collectWishes(joinAlike(family, circles), effort);
  if (!wishes || !joinByWishes(wishes, circles, effort)) return [family];
  return [...groupBy(family, ({ participant }) => circles.get(participant)).values()];
}

/** Joins those who live by a copy of another already. */
function joinUsers(family: readonly Offer[], circles: Circles): void {
  for (const { participant, choice, demands } of family) {
    for (const { copy } of [choice, ...demands.map(({ choice }) => choice)])
      if (copy) unite(circles, participant, copy.participant);
  }
}

/**
 * Joins those who say the same of everything.
 *
 * @returns The offers of one of each kind: it speaks for the others.
 */
function joinAlike(family: readonly Offer[], circles: Circles): Offer[] {
  const remotes = groupBy(family, ({ participant }) => participant);
  const numbers = new Map<unknown, number>();
  const numberOf = (terms: unknown): number => {
    const number = numbers.get(terms) ?? numbers.size;
    numbers.set(terms, number);
    return number;
  };
  const kinds = groupBy(remotes.values(), (offers) =>
    offers.map(({ terms, demands }) => [terms, ...demands.map(({ wish }) => wish)].map(numberOf).join()).join(';'),
  );
  return [...kinds.values()].flatMap(([offers = [], ...others]) => {
    for (const [other] of others) unite(circles, (offers[0] as Offer).participant, (other as Offer).participant);
    return offers;
  });
}

/**
 * Joins those of whom one could be given what the other ships.
 *
 * @returns Whether the effort sufficed.
 */
function joinByWishes(wishes: readonly Wish[], circles: Circles, effort: Effort): boolean {
  const conflicts = new Conflicts(wishes);
  for (const { askers, options } of wishes) {
    const owners = [...options.values()].flat();
    if (!effort.spend(Math.ceil((askers.length * owners.length) / pairsPerLook))) return false;
    for (const asker of askers) {
      for (const owner of owners) {
        const [one, other] = [asker.participant, owner.participant];
        const isNew = circles.get(one) !== circles.get(other);
        if (isNew && !isContradictory(asker, owner, conflicts.between(one, other))) unite(circles, one, other);
      }
    }
  }
  return true;
}

/** Whether who gets to both would get to two copies of a package that has to be one. */
function isContradictory(one: Party, other: Party, conflicts: readonly string[]): boolean {
  return conflicts.some((packageName) => one.reaches.has(packageName) && other.reaches.has(packageName));
}
