import type { Objection } from '../agreement.js';
import { isRange, satisfies } from '../version.js';
import type { Offer } from './offer.js';

/** What a remote, or a copy, asks of the copy that it is given of one package. */
export interface Wish {
  /** `undefined` accepts everything. */
  readonly range: string | undefined;
  /** Entry points that it must have. */
  readonly specifiers: readonly string[];
  /** The only version that it may have, in the share scope `strict`. */
  readonly equalVersion: string | undefined;
}

/** The share scope in which only equal versions are shared. */
export const strictShareScope = 'strict';

/**
 * Why the copy of an offer cannot serve a wish of another remote.
 *
 * What a wish may waive, the range, comes last.
 *
 * @returns `undefined` if it can.
 */
export function objectionTo({ range, specifiers, equalVersion }: Wish, offer: Offer): Objection | undefined {
  const { version, shareScope, isProvided } = offer;
  if (!isProvided) return 'not-provided';
  if (!hasEntryPoints(offer, specifiers)) return 'entry-points';
  if (shareScope === strictShareScope && (version === undefined || version !== equalVersion)) return 'equal-version';
  if (range === undefined) return undefined;
  if (version === undefined || !isRange(range)) return 'version-unknown';
  return satisfies(version, range) ? undefined : 'range';
}

/** Whether a copy has all of these entry points. */
export function hasEntryPoints({ entryPoints, specifiers }: Offer, wanted: readonly string[]): boolean {
  if (wanted === specifiers && entryPoints.length === specifiers.length) return true;
  const names = new Set(entryPoints.map(({ specifier }) => specifier));
  return wanted.every((specifier) => names.has(specifier));
}
