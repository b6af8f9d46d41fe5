import { compareExact, parseVersion } from './exact-version.js';
import { parseRange } from './range.js';

const versionOf = memoize(parseVersion);
const rangeOf = memoize(parseRange);

const checkOf = memoize((range) => {
  const isIn = rangeOf(range);
  return memoize((text) => {
    const version = versionOf(text);
    return version !== undefined && (isIn?.(version) ?? false);
  });
});

/**
 * Whether a text is an exact version: `19.2.0`, `19.0.0-rc.1`, `1.0.0+build`; neither `v19.2.0` nor ` 19.2.0`.
 *
 * Runs anywhere: pure.
 */
export function isVersion(text: string): boolean {
  return versionOf(text) !== undefined;
}

/**
 * Whether a text is a range that semver understands, of at most 256 characters.
 *
 * Runs anywhere: pure.
 */
export function isRange(text: string): boolean {
  return rangeOf(text) !== undefined;
}

/**
 * Whether a version is in a range, by the rules of node-semver: a pre-release only where the range names one of the
 * same version.
 *
 * Each pair is evaluated once.
 *
 * @returns `false` also if either is not one.
 *
 * Runs anywhere: pure.
 */
export function satisfies(version: string, range: string): boolean {
  return checkOf(range)(version);
}

/**
 * Orders two versions, the older first; what is no version is older than any that is.
 *
 * Runs anywhere: pure.
 */
export function compareVersions(one = '', other = ''): number {
  const parsed = versionOf(one);
  const parsedOther = versionOf(other);
  return parsed && parsedOther ? compareExact(parsed, parsedOther) : Number(!!parsed) - Number(!!parsedOther);
}

function memoize<Value>(compute: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    if (!known.has(text)) known.set(text, compute(text));
    return known.get(text) as Value;
  };
}
