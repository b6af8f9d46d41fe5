import Range from 'semver/classes/range.js';
import SemVer from 'semver/classes/semver.js';

/** What semver's authors take for the longest sensible text; a longer range only holds up the page. */
const longestText = 256;

const parseVersion = memoize((text) => (/^\d\S*$/.test(text) ? attempt(() => new SemVer(text)) : undefined));
const parseRange = memoize((text) => (text.length > longestText ? undefined : attempt(() => new Range(text))));

const checkOf = memoize((range) => {
  const parsed = parseRange(range);
  return memoize((text) => {
    const version = parseVersion(text);
    return version !== undefined && (parsed?.test(version) ?? false);
  });
});

/**
 * Whether a text is an exact version: `19.2.0`, `19.0.0-rc.1`, `1.0.0+build`; neither `v19.2.0` nor ` 19.2.0`.
 *
 * Runs anywhere: pure.
 */
export function isVersion(text: string): boolean {
  return parseVersion(text) !== undefined;
}

/**
 * Whether a text is a range that semver understands, of at most 256 characters.
 *
 * Runs anywhere: pure.
 */
export function isRange(text: string): boolean {
  return parseRange(text) !== undefined;
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
  const parsed = parseVersion(one);
  const parsedOther = parseVersion(other);
  return parsed && parsedOther ? parsed.compare(parsedOther) : Number(!!parsed) - Number(!!parsedOther);
}

function attempt<Value>(make: () => Value): Value | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

function memoize<Value>(compute: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    if (!known.has(text)) known.set(text, compute(text));
    return known.get(text) as Value;
  };
}
