/** A version, or one comparator of a range as most package.json files have it; numbers as far as JavaScript is exact. */
const form = /^([~^]|>=|)(0|[1-9]\d{0,8})(?:\.(0|[1-9]\d{0,8}))?(?:\.(0|[1-9]\d{0,8}))?$/;

/** Major, minor and patch. */
export type PlainVersion = readonly [number, number, number];

/**
 * Reads a version without a pre-release or build.
 *
 * @returns `undefined` if it is anything else: then semver has to tell what it is.
 *
 * Runs anywhere: pure.
 */
export function readPlainVersion(text = ''): PlainVersion | undefined {
  const [, operator, ...digits] = form.exec(text) ?? [];
  return operator === '' && digits[2] ? (digits.map(Number) as [number, number, number]) : undefined;
}

/**
 * Whether a version is in a range such as `^19.0.0`, `~5.2`, `>=17`, `18`, `*`, or several of these with `||` between.
 *
 * @returns What semver says; `undefined` for any other range: then semver has to say it.
 *
 * Runs anywhere: pure.
 */
export function isInPlainRange(version: PlainVersion, range: string): boolean | undefined {
  const answers = range.split(/\s*\|\|\s*/).map((comparator) => isMet(version, comparator));
  return answers.includes(undefined) ? undefined : answers.includes(true);
}

/** Whether the first so many numbers are equal, and the version is not below. */
function isMet(version: PlainVersion, comparator: string): boolean | undefined {
  if (comparator === '*') return true;
  const [, operator, ...digits] = form.exec(comparator) ?? [];
  if (operator === undefined) return undefined;
  const given = digits.filter((digit) => digit !== undefined).map(Number);
  const [major = 0, minor = 0, patch = 0] = given;
  const leading = given.findIndex((number) => number > 0);
  const caret = leading < 0 ? given.length : leading + 1;
  const fixed = { '^': caret, '~': Math.min(given.length, 2), '>=': 0 }[operator] ?? given.length;
  return (
    comparePlain(version, [major, minor, patch]) >= 0 &&
    given.every((n, index) => index >= fixed || n === version[index])
  );
}

/** Orders two versions, the older first. */
export function comparePlain(one: PlainVersion, other: PlainVersion): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}
