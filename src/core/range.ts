import { compareExact, type ExactVersion, numberPattern, preReleasePattern } from './exact-version.js';

/** Says whether a version is in a range. */
export type Range = (version: ExactVersion) => boolean;

/** What a version must be, compared with another one. */
interface Bound {
  readonly operator: string;
  readonly version: ExactVersion;
}

/** What semver's authors take for the longest sensible text; a longer one only holds up the page. */
const longestText = 256;

const place = `(${numberPattern}|[x*])`;
/** `^1.2.3`, `>=1.2`, `1.x`, `*`: an operator, up to three places, and a pre-release after the third. */
const pattern = new RegExp(
  `^(~>?|\\^|[<>]?=?)(v?|[v=]*)${place}(?:\\.${place}(?:\\.${place}(?:-(${preReleasePattern}))?)?)?$`,
  'i',
);
/** No version is before this one. */
const first: ExactVersion = { numbers: [0, 0, 0], preRelease: ['0'] };

/**
 * Reads a range by the rules of node-semver: a pre-release is in it only where it names one of the same version.
 *
 * @returns `undefined` if it is none, or longer than 256 characters.
 *
 * Runs anywhere: pure.
 */
export function parseRange(text: string): Range | undefined {
  if (text.length > longestText) return undefined;
  const sets = text.split('||').map(parseSet);
  if (!sets.every((set) => set !== undefined)) return undefined;
  // As node-semver has it: what allows everything makes the alternatives to it void, and their pre-releases with them.
  const all = sets.find((set) => set.length === 0);
  const alternatives = all ? [all] : sets;
  return (version) => alternatives.some((set) => isWithin(version, set));
}

/** The bounds that must all be kept: none, if every release will do. */
function parseSet(text: string): readonly Bound[] | undefined {
  const plain = text.replace(/\+[\da-z-]+(?:\.[\da-z-]+)*/gi, '').trim();
  const [, from, to] = /^(\S+)\s+-\s+(\S+)$/.exec(plain) ?? [];
  const comparators = from && to ? [`>=${from}`, `<=${to}`] : plain.replace(/(~>?|\^|[<>]=?|=)\s+/g, '$1').split(/\s+/);
  const all = comparators.map((comparator) => (comparator ? parseComparator(comparator, from !== undefined) : []));
  return all.every((bounds) => bounds !== undefined) ? all.flat() : undefined;
}

/** @param isEnd - Whether it is an end of a range like `1.2 - 2`. */
function parseComparator(text: string, isEnd: boolean): readonly Bound[] | undefined {
  const [whole, operator = '', prefix = '', ...places] = pattern.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const preRelease = places.pop()?.split('.') ?? [];
  const numbers = places.map((part) => (/^\d/.test(part ?? '') ? Number(part) : undefined));
  const given = [...numbers, undefined].indexOf(undefined);
  // `1.x.3` and `==1.2.3` are none, although `^1.x.3` and `==1.2` are.
  const isOdd =
    given < 3 ? !isEnd && numbers.some((number, index) => number !== undefined && index > given) : !/^v?$/.test(prefix);
  if (isOdd && !/[~^]/.test(operator)) return undefined;
  const bounds = boundsOf(operator, numbers.slice(0, given) as number[], preRelease);
  return bounds.every(({ version }) => version.numbers.every(Number.isSafeInteger)) ? bounds : undefined;
}

/** @param given - The numbers before the first `x`. */
function boundsOf(operator: string, given: readonly number[], preRelease: readonly string[]): readonly Bound[] {
  const [major = 0, minor = 0, patch = 0] = given;
  const isWhole = given.length === 3;
  const version: ExactVersion = { numbers: [major, minor, patch], preRelease: isWhole ? preRelease : [] };
  if (given.length === 0) return /^[<>]$/.test(operator) ? [{ operator: '<', version: first }] : [];
  const next = nextAfter(operator, given);
  if (isWhole && /^[<>=]*$/.test(operator)) return keep(operator.replace(/^=$/, ''), version);
  if (operator === '<') return [{ operator, version: { ...version, preRelease: ['0'] } }];
  if (operator === '<=') return [{ operator: '<', version: { numbers: next, preRelease: ['0'] } }];
  if (operator === '>') return keep('>=', { numbers: next, preRelease: [] });
  if (operator === '>=') return keep(operator, version);
  return [...keep('>=', version), { operator: '<', version: { numbers: next, preRelease: ['0'] } }];
}

/** One bound; none, if it is `>=0.0.0`, which node-semver takes for `*`. */
function keep(operator: string, version: ExactVersion): readonly Bound[] {
  const isAll = operator === '>=' && version.preRelease.length === 0 && version.numbers.every((number) => number === 0);
  return isAll ? [] : [{ operator, version }];
}

/** The first version that is not meant any more: the place that may not change is one higher. */
function nextAfter(operator: string, given: readonly number[]): readonly [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = given;
  const leading = operator === '^' ? given.findIndex((number) => number > 0) : given.length - 1;
  const changed = operator === '^' ? (leading < 0 ? given.length - 1 : leading) : Math.min(leading, 1);
  return changed === 0 ? [major + 1, 0, 0] : changed === 1 ? [major, minor + 1, 0] : [major, minor, patch + 1];
}

function isWithin(version: ExactVersion, set: readonly Bound[]): boolean {
  const isNamed = (bound: Bound): boolean =>
    bound.version.preRelease.length > 0 &&
    bound.version.numbers.every((number, index) => number === version.numbers[index]);
  return set.every((bound) => isKept(version, bound)) && (version.preRelease.length === 0 || set.some(isNamed));
}

function isKept(version: ExactVersion, { operator, version: other }: Bound): boolean {
  const order = compareExact(version, other);
  if (operator === '') return order === 0;
  return (operator.includes('=') && order === 0) || (operator.includes('<') ? order < 0 : order > 0);
}
