import validRange from 'semver/ranges/valid.js';
import { isRange } from '../core/version.js';
import { VersionInterval } from './version-interval.js';

/**
 * The range of what all of these ranges accept.
 *
 * It is one of them, if that says it all; else it is written anew, and short, since pages read no range of more than 256
 * characters.
 *
 * @returns `undefined` if there are none; one that nobody can read, if there is such a one: it accepts nothing.
 *
 * @example
 * ```ts
 * acceptedByAll(['^1.2.0 || ^2.0.0', '>=1.4.0']); // → '^1.4 || ^2'
 * ```
 *
 * Runs anywhere: pure.
 */
export function acceptedByAll(ranges: readonly string[]): string | undefined {
  const different = [...new Set(ranges.map((range) => range.trim() || '*'))].sort(shorterFirst);
  const unreadable = different.find((range) => validRange(range) === null);
  if (unreadable !== undefined || different.length === 0) return unreadable;
  const text = different.map(read).reduce(combine).join(' || ');
  return different.find((range) => isRange(range) && read(range).join(' || ') === text) ?? text;
}

function shorterFirst(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : 1);
}

function read(range: string): VersionInterval[] {
  return simplify(VersionInterval.readAll(range));
}

function combine(left: readonly VersionInterval[], right: readonly VersionInterval[]): VersionInterval[] {
  return simplify(left.flatMap((one) => right.map((other) => one.and(other))));
}

/** Leaves out what is empty, unless all are, and what another one contains. */
function simplify(intervals: readonly VersionInterval[]): VersionInterval[] {
  const filled = intervals.filter(({ isEmpty }) => !isEmpty);
  return (filled.length > 0 ? filled : intervals.slice(0, 1)).reduce<VersionInterval[]>(
    (kept, one) =>
      kept.some((other) => one.isWithin(other)) ? kept : [...kept.filter((other) => !other.isWithin(one)), one],
    [],
  );
}
