import type { Dependencies } from './install-packages.js';

/**
 * Puts sets of packages together that want the same version of what they have in common, so that few installations do.
 *
 * @returns For one of the sets, the larger one that it is part of.
 */
export function mergeDependencies(sets: readonly Dependencies[]): (one: Dependencies) => Dependencies {
  const merged: { packages: Dependencies }[] = [];
  const homes = new Map<Dependencies, { packages: Dependencies }>();
  for (const one of sets) {
    const fits = ({ packages }: { packages: Dependencies }): boolean =>
      Object.entries(one).every(([name, range]) => (packages[name] ?? range) === range);
    const home = merged.find(fits) ?? { packages: {} };
    if (!merged.includes(home)) merged.push(home);
    home.packages = { ...home.packages, ...one };
    homes.set(one, home);
  }
  return (one) => homes.get(one)?.packages ?? one;
}
