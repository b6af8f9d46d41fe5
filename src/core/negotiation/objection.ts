import type { Objection } from '../agreement.js';
import { isRange, satisfies } from '../version.js';
import type { Terms } from './terms.js';

/** What a remote, or a copy, asks of the copy that it is given of one package. */
export interface Wish {
  /** `undefined` accepts everything. */
  readonly range: string | undefined;
  /** Entry points that it must have. */
  readonly specifiers: readonly string[];
  /** The only version that it may have, in the share scope `strict`. */
  readonly equalVersion: string | undefined;
}

/**
 * Why the copy that comes with some terms cannot serve a wish of another remote.
 *
 * What a wish may waive, the range, comes last.
 *
 * @returns `undefined` if it can.
 */
export function objectionTo({ range, specifiers, equalVersion }: Wish, terms: Terms): Objection | undefined {
  const { version, shareScope, isProvided } = terms;
  if (!isProvided) return 'not-provided';
  if (!hasEntryPoints(terms, specifiers)) return 'entry-points';
  if (shareScope === strictShareScope && (version === undefined || version !== equalVersion)) return 'equal-version';
  if (range === undefined) return undefined;
  if (version === undefined || !isRange(range)) return 'version-unknown';
  return satisfies(version, range) ? undefined : 'range';
}

/** Whether an objection is one that a range which is only a wish does not insist on. */
export function isWaivable(objection: Objection | undefined): boolean {
  return objection === 'range' || objection === 'version-unknown';
}

/** What a remote asks with its terms. */
export function wishOf({ range, specifiers, shareScope, version }: Terms): Wish {
  return { range, specifiers, equalVersion: shareScope === strictShareScope ? version : undefined };
}

/** Whether a copy has all of these entry points. */
export function hasEntryPoints({ shipped }: Terms, specifiers: readonly string[]): boolean {
  if (specifiers === shipped) return true;
  const names = new Set(shipped);
  return specifiers.every((specifier) => names.has(specifier));
}

/** The share scope in which only equal versions are shared. */
const strictShareScope = 'strict';
