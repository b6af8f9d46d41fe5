import type Comparator from 'semver/classes/comparator.js';
import Range from 'semver/classes/range.js';
import SemVer from 'semver/classes/semver.js';

/** Where an interval begins or ends. */
interface Bound {
  readonly version: SemVer;
  readonly isIncluded: boolean;
}

/**
 * The versions from one to another: one of the alternatives of a range.
 *
 * As npm has it, a pre-release is in it only if one of the bounds is a pre-release of the same version.
 *
 * Runs anywhere: pure.
 */
export class VersionInterval {
  readonly #lower: Bound | undefined;
  readonly #upper: Bound | undefined;

  private constructor(lower: Bound | undefined, upper: Bound | undefined) {
    this.#lower = lower;
    this.#upper = upper;
  }

  /**
   * The alternatives of a range.
   *
   * @throws TypeError if it is none.
   */
  static readAll(range: string): VersionInterval[] {
    return new Range(range).set.map((comparators) => {
      const known = comparators.filter(({ value }) => value !== '');
      const lower = known.filter(({ operator }) => !operator.startsWith('<')).map(readBound);
      const upper = known.filter(({ operator }) => !operator.startsWith('>')).map(readBound);
      return new VersionInterval(
        lower.reduce<Bound | undefined>(higher, undefined),
        upper.reduce<Bound | undefined>(earlier, undefined),
      );
    });
  }

  get isEmpty(): boolean {
    if (!this.#lower || !this.#upper) return false;
    const order = this.#lower.version.compare(this.#upper.version);
    return order > 0 || (order === 0 && !(this.#lower.isIncluded && this.#upper.isIncluded));
  }

  /** The versions that are in both. */
  and(other: VersionInterval): VersionInterval {
    const settle = (bound: Bound | undefined, isIncluded: boolean): Bound | undefined =>
      !bound || (this.#admits(bound) && other.#admits(bound)) ? bound : released(bound, isIncluded);
    return new VersionInterval(
      settle(higher(this.#lower, other.#lower), true),
      settle(earlier(this.#upper, other.#upper), false),
    );
  }

  /** Whether all that is in this one is in another one. */
  isWithin(other: VersionInterval): boolean {
    return this.and(other).#text === this.#text;
  }

  /** As a range, with `^` or `~` where that says it. */
  toString(): string {
    const version = this.#lower?.version;
    if (!version || this.isEmpty) return this.#text;
    const brief = version.prerelease.length > 0 ? version.version : version.version.replace(/(?:\.0)+$/, '');
    const ranges = ['^', '~', '>=', ''].flatMap((operator) => [operator + brief, operator + version]);
    const isSame = (range: string): boolean => VersionInterval.readAll(range).some((one) => one.#text === this.#text);
    return ranges.find(isSame) ?? this.#text;
  }

  /** The same for all that have the same versions. */
  get #text(): string {
    const lower = this.#lower && `${this.#lower.isIncluded ? '>=' : '>'}${this.#lower.version}`;
    const last = this.isEmpty ? this.#upper : withoutZero(this.#upper);
    const upper = last && `${last.isIncluded ? '<=' : '<'}${last.version}`;
    return [lower, upper].filter((bound) => bound !== undefined).join(' ') || '*';
  }

  /** Whether it may have pre-releases of the version at a bound. */
  #admits({ version }: Bound): boolean {
    return [this.#lower, this.#upper].some(
      (bound) => bound && bound.version.prerelease.length > 0 && bound.version.compareMain(version) === 0,
    );
  }
}

function readBound({ operator, semver }: Comparator): Bound {
  return { version: semver, isIncluded: operator === '' || operator.endsWith('=') };
}

function higher(one: Bound | undefined, other: Bound | undefined): Bound | undefined {
  return strictest(one, other, 1);
}

function earlier(one: Bound | undefined, other: Bound | undefined): Bound | undefined {
  return strictest(one, other, -1);
}

function strictest(one: Bound | undefined, other: Bound | undefined, direction: 1 | -1): Bound | undefined {
  if (!one || !other) return one ?? other;
  const order = one.version.compare(other.version) * direction;
  return order > 0 || (order === 0 && !one.isIncluded) ? one : other;
}

/** The same where no pre-release counts. */
function released(bound: Bound, isIncluded: boolean): Bound {
  const { prerelease, major, minor, patch } = bound.version;
  return prerelease.length === 0 ? bound : { version: new SemVer(`${major}.${minor}.${patch}`), isIncluded };
}

/** What ends before the first pre-release of a version, as `^1.0.0` does with `<2.0.0-0`, ends before the version. */
function withoutZero(bound: Bound | undefined): Bound | undefined {
  return bound && !bound.isIncluded && bound.version.prerelease.join('.') === '0' ? released(bound, false) : bound;
}
