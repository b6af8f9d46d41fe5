import type { Effort } from './effort.js';
import { groupBy } from './group-by.js';
import { accepts } from './objection.js';
import type { Offer, Participant, Terms } from './offer.js';
import { unite } from './unite.js';

/** Who is in which circle. */
type Circles = Map<Participant, Set<Participant>>;

/** What is wished of one package, and on which terms copies come. */
interface Said {
  readonly wishes: Set<Terms>;
  readonly copies: Set<Terms>;
}

/**
 * Splits a family into circles of remotes: nobody, neither a remote nor one of its copies, could be given what another
 * circle ships, so each circle can be settled by itself.
 *
 * Remotes that need different majors are in different circles; that is what most conflicts are.
 *
 * @param effort - What may be spent. If it does not suffice, the family stays whole.
 */
export function splitFamily(family: readonly Offer[], effort: Effort): readonly (readonly Offer[])[] {
  const circles: Circles = new Map(family.map(({ participant }) => [participant, new Set([participant])]));
  const speakers = new Map<Terms, Participant>();
  const join = (wish: Terms, copy: Terms): void => {
    const [wisher, owner] = [speakers.get(wish), speakers.get(copy)] as [Participant, Participant];
    // Most are together already, so there is nothing to look at.
    if (circles.get(wisher) !== circles.get(owner) && effort.spend(1) && accepts(wish, copy))
      unite(circles, wisher, owner);
  };
  for (const { wishes, copies } of listen(family, circles, speakers).values()) {
    for (const wish of wishes) for (const copy of copies) join(wish, copy);
  }
  if (effort.left === 0) return [family];
  return [...groupBy(family, ({ participant }) => circles.get(participant)).values()];
}

/**
 * Collects what is said of each package, and by whom.
 *
 * Who says the same is in the same circle, as is who lives by the other's copies already.
 */
function listen(family: readonly Offer[], circles: Circles, speakers: Map<Terms, Participant>): Map<string, Said> {
  const packages = new Map<string, Said>();
  const note = (terms: Terms, speaker: Participant): Said => {
    unite(circles, speakers.get(terms) ?? speaker, speaker);
    speakers.set(terms, speaker);
    const said = packages.get(terms.packageName) ?? { wishes: new Set(), copies: new Set() };
    packages.set(terms.packageName, said);
    said.wishes.add(terms);
    return said;
  };
  for (const { participant, terms, choice, demands } of family) {
    note(terms, participant).copies.add(terms);
    if (choice.copy) unite(circles, participant, choice.copy.participant);
    for (const { wish, choice } of demands) {
      note(wish, participant);
      if (choice.copy) unite(circles, participant, choice.copy.participant);
    }
  }
  return packages;
}
