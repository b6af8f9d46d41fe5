import type { Offer, Participant } from './offer.js';

/**
 * Sorts the packages of a page into families that no dependency connects, which can be settled one by one.
 *
 * @returns For each family, for each of its packages, all offers in the order of the participants.
 */
export function groupFamilies(participants: readonly Participant[]): (readonly Offer[])[][] {
  const packages = new Map<string, Offer[]>();
  const parents = new Map<string, string>();
  const rootOf = (name: string): string => {
    let root = name;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    if (root !== name) parents.set(name, root);
    return root;
  };
  for (const { offers } of participants) {
    for (const [name, offer] of offers) {
      const others = packages.get(name);
      if (others) others.push(offer);
      else packages.set(name, [offer]);
      for (const { sibling } of offer.needs) {
        const [root, other] = [rootOf(name), rootOf(sibling.packageName)];
        if (root !== other) parents.set(root, other);
      }
    }
  }
  const families = new Map<string, (readonly Offer[])[]>();
  for (const name of [...packages.keys()].sort()) {
    const root = rootOf(name);
    const family = families.get(root) ?? [];
    families.set(root, family);
    family.push(packages.get(name) as Offer[]);
  }
  return [...families.values()];
}
