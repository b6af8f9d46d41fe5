import type { SharedEntryPoint } from '../remote-entry.js';
import { groupBy } from './group-by.js';

/** More packages of one npm scope, or of one pool, than any real remote has. */
const mostCoupled = 100;

/**
 * Finds the packages of a remote that are too many to be coupled, each with each, as packages of one npm scope or one
 * pool may be.
 *
 * Of such a crowd, which only an attack has, each keeps to its own remote: that is always right, and cheap.
 */
export function isCrowded(shared: ReadonlyMap<string, readonly SharedEntryPoint[]>): (packageName: string) => boolean {
  if (shared.size <= mostCoupled) return () => false;
  const crowded = new Set<string>();
  const poolOf = (packageName: string): string | undefined => shared.get(packageName)?.find(({ pool }) => pool)?.pool;
  for (const keyOf of [npmScopeOf, poolOf]) {
    for (const crowd of groupBy(shared.keys(), keyOf).values()) {
      if (crowd.length > mostCoupled) for (const packageName of crowd) crowded.add(packageName);
    }
  }
  return (packageName) => crowded.has(packageName);
}

/** The npm scope of a package, as in `@org/`, if it has one. */
export function npmScopeOf(packageName: string): string | undefined {
  return packageName.startsWith('@') ? packageName.slice(0, packageName.indexOf('/') + 1) : undefined;
}
