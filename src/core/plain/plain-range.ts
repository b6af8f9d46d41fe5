import { unusual } from './plainly.js';

/** A version, or one comparator of a range as most package.json files have it; numbers as far as JavaScript is exact. */
const form = /^([~^]|>=|)(0|[1-9]\d{0,8})(?:\.(0|[1-9]\d{0,8}))?(?:\.(0|[1-9]\d{0,8}))?$/;

/** Major, minor and patch. */
export type PlainVersion = readonly [number, number, number];

/** One way to be in a range: not below the floor, and with as many leading numbers as these. */
interface Comparator {
  readonly floor: PlainVersion;
  readonly fixed: readonly number[];
}

const ranges = new Map<string, readonly Comparator[]>();

/**
 * Reads a version without a pre-release or build.
 *
 * @throws TypeError if it is anything else: then semver has to tell what it is.
 *
 * Runs anywhere: pure.
 */
export function readPlainVersion(text = ''): PlainVersion {
  const [, operator, ...digits] = form.exec(text) ?? unusual();
  return operator || !digits[2] ? unusual() : (digits.map(Number) as [number, number, number]);
}

/**
 * Whether a version is in a range such as `^19.0.0`, `~5.2`, `>=17`, `18`, `*`, or several of these with `||` between.
 *
 * @returns What semver says.
 * @throws TypeError for any other range: then semver has to say it.
 *
 * Runs anywhere: pure.
 */
export function isInPlainRange(version: PlainVersion, range: string): boolean {
  return readRange(range).some(
    ({ floor, fixed }) =>
      comparePlain(version, floor) >= 0 && fixed.every((number, index) => number === version[index]),
  );
}

/** Reads a range; each text once. */
function readRange(text: string): readonly Comparator[] {
  const comparators = ranges.get(text) ?? text.split('||').map((part) => readComparator(part.trim()));
  ranges.set(text, comparators);
  return comparators;
}

function readComparator(text: string): Comparator {
  const [, operator = '', ...digits] = form.exec(text === '*' ? '>=0' : text) ?? unusual();
  const given = digits.filter((digit) => digit !== undefined).map(Number);
  const [major = 0, minor = 0, patch = 0] = given;
  const leading = given.findIndex((number) => number > 0);
  const caret = leading < 0 ? given.length : leading + 1;
  const fixed = { '^': caret, '~': 2, '>=': 0 }[operator];
  return { floor: [major, minor, patch], fixed: given.slice(0, fixed) };
}

/** Orders two versions, the older first. */
export function comparePlain(one: PlainVersion, other: PlainVersion): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}
