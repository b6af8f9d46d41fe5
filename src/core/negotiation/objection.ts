import type { Objection } from '../agreement.js';
import { isRange, satisfies } from '../version.js';
import type { Terms } from './offer.js';

/** The share scope in which only equal versions are shared. */
export const strictShareScope = 'strict';

/**
 * Why the copy that comes with some terms cannot serve a wish of another remote. Each pair is looked at once.
 *
 * @returns `undefined` if it can.
 */
export function objectionTo(wish: Terms, copy: Terms): Objection | undefined {
  const known = wish.objections.get(copy);
  if (known !== undefined) return known || undefined;
  const objection = findObjection(wish, copy);
  wish.objections.set(copy, objection ?? '');
  return objection;
}

function findObjection(wish: Terms, { version, shareScope, isProvided, shipped }: Terms): Objection | undefined {
  if (!isProvided || shareScope !== wish.shareScope) return 'not-provided';
  if (!isCovered(wish.specifiers, shipped)) return 'entry-points';
  if (shareScope === strictShareScope && (version === undefined || version !== wish.version)) return 'equal-version';
  if (wish.range === undefined) return undefined;
  if (version === undefined || !isRange(wish.range)) return 'version-unknown';
  return satisfies(version, wish.range) ? undefined : 'range';
}

/** Whether a copy of another remote may be given to who wishes so. */
export function accepts(wish: Terms, copy: Terms): boolean {
  return !wish.isOwnOnly && (!objectionTo(wish, copy) || isOutsideRange(wish, copy));
}

/** Whether a copy serves a wish only because its range insists on nothing. */
export function isOutsideRange(wish: Terms, copy: Terms): boolean {
  const objection = objectionTo(wish, copy);
  return wish.isLoose && (objection === 'range' || objection === 'version-unknown');
}

/** Whether all of these specifiers are among those. */
export function isCovered(specifiers: readonly string[], shipped: readonly string[]): boolean {
  if (specifiers === shipped) return true;
  const names = new Set(shipped);
  return specifiers.every((specifier) => names.has(specifier));
}
