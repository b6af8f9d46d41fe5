import { groupBy } from './group-by.js';
import type { Offer, Participant } from './offer.js';

/** All offers of each package, by npm name, in the order of the participants. */
export type Packages = ReadonlyMap<string, readonly Offer[]>;

/** Collects what the participants say of each package. */
export function collectPackages(participants: readonly Participant[]): Packages {
  const packages = new Map<string, Offer[]>();
  for (const { offers } of participants) {
    for (const [name, offer] of offers) {
      const others = packages.get(name);
      if (others) others.push(offer);
      else packages.set(name, [offer]);
    }
  }
  return packages;
}

/**
 * Sorts packages into families that no dependency connects, which can be settled one by one.
 *
 * A package on its own counts as one family for each of its share scopes.
 *
 * @returns For each family, for each of its packages, the offers.
 */
export function groupFamilies(packages: Packages): (readonly Offer[])[][] {
  const parents = new Map<string, string>();
  const rootOf = (name: string): string => {
    let root = name;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    if (root !== name) parents.set(name, root);
    return root;
  };
  for (const [name, offers] of packages) {
    for (const { needs } of offers) {
      for (const { sibling } of needs) {
        const [root, other] = [rootOf(name), rootOf(sibling.terms.packageName)];
        if (root !== other) parents.set(root, other);
      }
    }
  }
  const families = groupBy([...packages.keys()].sort(), rootOf);
  return [...families.values()].flatMap((names) => {
    const family = names.map((name) => packages.get(name) as readonly Offer[]);
    const [offers, ...others] = family;
    return offers && others.length === 0 && needsNothing(offers)
      ? groupByScope(offers).map((pool) => [pool])
      : [family];
  });
}

/** Whether the copies of a package import no other, nor their own. */
export function needsNothing(offers: readonly Offer[]): boolean {
  return offers.every(({ needs }) => needs.length === 0);
}

/** The offers of a package, by share scope. */
export function groupByScope(offers: readonly Offer[]): (readonly Offer[])[] {
  const isOne = offers.every(({ terms }) => terms.shareScope === offers[0]?.terms.shareScope);
  if (isOne) return [offers];
  return [...groupBy(offers, ({ terms }) => terms.shareScope ?? '')].sort(byKey).map(([, pool]) => pool);
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : Number(one > other);
}
