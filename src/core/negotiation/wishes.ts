import type { Effort } from './effort.js';
import { groupBy } from './group-by.js';
import { accepts } from './objection.js';
import type { Offer, Participant, Terms } from './offer.js';

/** A remote, or one of its copies. */
export interface Party {
  readonly participant: Participant;
  /** The packages that everybody gets to who gets to it: what it asks for, and itself. */
  readonly reaches: ReadonlySet<string>;
}

/** What is wished of one package, in the same words. */
export interface Wish {
  readonly terms: Terms;
  readonly askers: readonly Party[];
  /** The copies that might be given, by their terms: own ones in any case. */
  readonly options: ReadonlyMap<Terms, readonly Party[]>;
}

type Parties = Map<Terms, Party[]>;

/**
 * Collects what remotes and their copies wish.
 *
 * @param effort - What may be spent on looking at copies.
 * @returns `undefined` if that does not suffice.
 */
export function collectWishes(family: readonly Offer[], effort: Effort): readonly Wish[] | undefined {
  const asking: Parties = new Map();
  const copies = new Map<string, Parties>();
  for (const [participant, offers] of groupBy(family, ({ participant }) => participant)) {
    const all: Party = { participant, reaches: namesOf(offers.map(({ terms }) => terms)) };
    // Where packages are coupled, all say the same as one.
    const partyOf = (terms: readonly Terms[]): Party => {
      const reaches = namesOf(terms);
      return reaches.size === all.reaches.size ? all : { participant, reaches };
    };
    const asked = offers.map(({ terms }) => terms).filter(({ specifiers }) => specifiers.length > 0);
    const remote = partyOf(asked);
    for (const terms of asked) note(asking, terms, remote);
    for (const { terms, demands } of offers) {
      const wishes = demands.map(({ wish }) => wish);
      const copy = partyOf([terms, ...wishes]);
      const others: Parties = copies.get(terms.packageName) ?? new Map();
      copies.set(terms.packageName, note(others, terms, copy));
      for (const terms of wishes) note(asking, terms, copy);
    }
  }
  const wishes: Wish[] = [];
  for (const [terms, askers] of asking) {
    const all = copies.get(terms.packageName) as Parties;
    if (!effort.spend(all.size)) return undefined;
    const participants = new Set(askers.map(({ participant }) => participant));
    const isOption = ([copy, owners]: [Terms, Party[]]): boolean =>
      accepts(terms, copy) || owners.some(({ participant }) => participants.has(participant));
    wishes.push({ terms, askers, options: new Map([...all].filter(isOption)) });
  }
  return wishes;
}

function namesOf(wishes: readonly Terms[]): ReadonlySet<string> {
  return new Set(wishes.map(({ packageName }) => packageName));
}

function note(parties: Parties, terms: Terms, party: Party): Parties {
  const others = parties.get(terms);
  if (!others) parties.set(terms, [party]);
  else if (others.at(-1) !== party) others.push(party);
  return parties;
}
