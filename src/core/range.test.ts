import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import SemverRange from 'semver/classes/range.js';
import Semver from 'semver/classes/semver.js';
import { compareExact, type ExactVersion, parseVersion } from './exact-version.js';
import { parseRange } from './range.js';

const cases: readonly [range: string, inside: readonly string[], outside: readonly string[]][] = [
  ['^1.2.3', ['1.2.3', '1.9.0'], ['1.2.2', '2.0.0', '1.3.0-rc.1', '2.0.0-0']],
  ['^0.2.3', ['0.2.3', '0.2.9'], ['0.3.0', '1.0.0']],
  ['^0.0.3', ['0.0.3'], ['0.0.4']],
  ['^0.0', ['0.0.0', '0.0.9'], ['0.1.0']],
  ['^0', ['0.0.0', '0.9.0'], ['1.0.0']],
  ['^1.2.3-rc.1', ['1.2.3-rc.1', '1.2.3-rc.2', '1.2.3', '1.3.0'], ['1.2.3-beta', '1.3.0-rc.1']],
  ['~1.2.3', ['1.2.3', '1.2.9'], ['1.3.0']],
  ['~>1.2', ['1.2.0'], ['1.3.0']],
  ['~1', ['1.0.0', '1.9.0'], ['2.0.0']],
  ['1.x', ['1.0.0', '1.9.0'], ['2.0.0', '0.9.0']],
  ['1.2', ['1.2.0', '1.2.9'], ['1.3.0']],
  ['=1.2.3', ['1.2.3', '1.2.3+build'], ['1.2.4']],
  ['v1.2.3', ['1.2.3'], ['1.2.4']],
  ['>1', ['2.0.0'], ['1.9.9']],
  ['<=1', ['1.9.9', '0.0.0'], ['2.0.0']],
  ['<1.2', ['1.1.9'], ['1.2.0', '1.2.0-0']],
  ['> 1.2.3 < 2', ['1.2.4'], ['1.2.3', '2.0.0']],
  ['1.2 - 2', ['1.2.0', '2.9.9'], ['1.1.9', '3.0.0']],
  ['1.2.3 - 2.0.0', ['1.2.3', '2.0.0'], ['2.0.1']],
  ['^17.0.0 || ^18.0.0', ['17.1.0', '18.0.0'], ['19.0.0']],
  ['*', ['0.0.0', '9.9.9'], ['1.0.0-rc.1']],
  ['', ['0.0.0', '9.9.9'], ['1.0.0-rc.1']],
  ['* || >=1.0.0-rc.1', ['1.0.0'], ['1.0.0-rc.2']],
  ['<*', [], ['0.0.0', '1.0.0']],
];

const none: readonly string[] = [
  'latest',
  'workspace:^',
  '1.x.3',
  '==1.2.3',
  '>',
  '^',
  '1.2.3.4',
  '^01.2.3',
  '^1.2.3-01',
  '1.2.3 || latest',
  '^9007199254740991.0.0',
  '> 1.2.3 and < 2',
  ' '.repeat(257),
];

describe('parseRange', () => {
  for (const [range, inside, outside] of cases) {
    it(`reads "${range}"`, () => {
      const isIn = (text: string): boolean | undefined => parseRange(range)?.(parseVersion(text) as ExactVersion);
      for (const text of inside) assert.equal(isIn(text), true, text);
      for (const text of outside) assert.equal(isIn(text), false, text);
    });
  }

  for (const range of none) {
    it(`finds no range in "${range.trim()}"`, () => assert.equal(parseRange(range), undefined));
  }
});

const text = (...texts: string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);
const number = text(
  '0',
  '0',
  '1',
  '1',
  '2',
  '3',
  '10',
  '18',
  'x',
  'X',
  '*',
  '01',
  '9007199254740991',
  '9007199254740992',
);
const preRelease = text(
  '',
  '',
  '',
  '',
  '-alpha',
  '-rc.1',
  '-0',
  '-1',
  '-alpha.1',
  '-a.b.c',
  '-A',
  '-1a',
  '-01',
  '-a_b',
  '-',
);
const build = text('', '', '', '', '+build', '+1.2', '+');
const places = fc
  .tuple(fc.array(number, { minLength: 1, maxLength: 3 }), preRelease, build)
  .map(([numbers, pre, metadata]) => numbers.join('.') + (numbers.length === 3 ? pre + metadata : ''));
const version = fc
  .tuple(fc.array(text('0', '1', '2', '3', '01'), { minLength: 3, maxLength: 3 }), preRelease, build)
  .map(([numbers, pre, metadata]) => numbers.join('.') + pre + metadata);
const operator = text(
  '',
  '',
  '^',
  '^',
  '~',
  '>',
  '>=',
  '<',
  '<=',
  '=',
  '~>',
  '> ',
  '>= ',
  '^ ',
  '~ ',
  'v',
  '==',
  '^=',
  '=v',
  '<>',
);
const comparators = fc
  .tuple(fc.array(fc.tuple(operator, places), { minLength: 1, maxLength: 3 }), text(' ', ' ', '  ', '\t'))
  .map(([all, space]) => all.map((one) => one.join('')).join(space));
const between = fc.tuple(places, places).map((ends) => ends.join(' - '));
const odd = text('', '*', ' ', '>', '>=0.0.0', '>=0.0.0 <0.0.0-beta', '<*', '>*', '<0.0.0-0', 'x', 'latest');
const ranges = fc
  .array(fc.oneof({ weight: 8, arbitrary: comparators }, between, odd), { minLength: 1, maxLength: 3 })
  .map((sets) => sets.join(' || '));

/** What semver says, or `undefined` where it refuses. */
function attempt<Value>(make: () => Value): Value | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

describe('ranges and versions are read as semver reads them', () => {
  it('whatever they are', () => {
    fc.assert(
      fc.property(ranges, version, version, (range, one, other) => {
        const [theirs, ours] = [attempt(() => new SemverRange(range)), parseRange(range)];
        assert.equal(ours !== undefined, theirs !== undefined);
        const [semver, otherSemver] = [one, other].map((text) => attempt(() => new Semver(text)));
        const [exact, otherExact] = [one, other].map(parseVersion);
        assert.equal(exact !== undefined, semver !== undefined);
        if (!exact || !semver) return;
        assert.equal(ours?.(exact), theirs?.test(semver));
        if (otherExact && otherSemver) {
          assert.equal(Math.sign(compareExact(exact, otherExact)), semver.compare(otherSemver));
        }
      }),
      { numRuns: 20_000 },
    );
  });
});
