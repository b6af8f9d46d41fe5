import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isRange, satisfies } from '../core/version.js';
import { acceptedByAll } from './accepted-by-all.js';

const majors = (from: number, to: number, operator = '^'): string =>
  Array.from({ length: to - from + 1 }, (_, index) => `${operator}${from + index}.0.0`).join(' || ');

const cases: readonly [ranges: string[], expected: string | undefined][] = [
  [[], undefined],
  [['^1.2.0'], '^1.2.0'],
  [['^1.2.0', '^1.2.0'], '^1.2.0'],
  [['*'], '*'],
  [[''], '*'],
  [['*', '^1.2.0'], '^1.2.0'],
  [['^1.3.0', '^1.2.0'], '^1.3.0'],
  [['^1.2.0 || ^2.0.0', '>=1.4.0'], '^1.4 || ^2'],
  [['1 || 2', '2 || 3'], '^2'],
  [['1 - 3', '^3.1.1'], '^3.1.1'],
  [['1 - 3', '2 - 4'], '>=2.0.0 <4.0.0'],
  [['2 - 3', '2.10.0 - 3', '^3.2.4', '^3.2.5'], '^3.2.5'],
  [['>=16.9.0', '>=18', '^0.14.0 || ^18.0.0 || ^19.0.0'], '^18 || ^19'],
  [['>=1.0.0 <2.0.0', '^1.0.0'], '^1.0.0'],
  [['>=1.2.0', '<1.3.0'], '~1.2'],
  [['>=1.2.3', '<=1.2.3'], '1.2.3'],
  [['>1.2.3', '<=2.3.4'], '>1.2.3 <=2.3.4'],
  [['^1.0.0-rc.1', '>=1.0.0-beta'], '^1.0.0-rc.1'],
  [['^1.0.0-rc.1', '>=0.9.0'], '^1'],
  [['^1.0.0', '^2.0.0'], '>=2.0.0 <2.0.0'],
  [[majors(10, 25), majors(15, 40), '>=17'], majors(17, 25).replaceAll('.0.0', '')],
  [['^1.0.0', 'latest'], 'latest'],
  [['workspace:*', '^1.0.0'], 'workspace:*'],
  [['git+https://git.example/a.git', '*'], 'git+https://git.example/a.git'],
];

const number = fc.integer({ min: 0, max: 3 });
const version = fc
  .tuple(number, number, number, fc.constantFrom('', '', '-0', '-alpha', '-alpha.1', '-rc.0', '-rc.2'))
  .map(([major, minor, patch, rest]) => `${major}.${minor}.${patch}${rest}`);
const partial = fc.oneof(
  version,
  number.map(String),
  fc.tuple(number, number).map((numbers) => numbers.join('.')),
  fc.constantFrom('*', 'x', '1.x', '2.1.x'),
);
const comparator = fc
  .tuple(fc.constantFrom('', '^', '~', '>', '>=', '<', '<=', '='), partial)
  .map(([operator, text]) => operator + text);
const alternative = fc.oneof(
  comparator,
  fc.tuple(comparator, comparator).map((two) => two.join(' ')),
  fc.tuple(partial, partial).map((two) => two.join(' - ')),
);
const range = fc.array(alternative, { minLength: 1, maxLength: 3 }).map((all) => all.join(' || '));

describe('what several ranges accept together', () => {
  for (const [ranges, expected] of cases) {
    it(`is ${expected ?? 'nothing to say'} for ${ranges.join(' and ') || 'none'}`, () => {
      assert.equal(acceptedByAll(ranges), expected);
    });
  }

  it('is what each of them accepts, pre-releases too, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.array(range, { minLength: 1, maxLength: 4 }),
        fc.array(version, { minLength: 20 }),
        (all, some) => {
          const together = acceptedByAll(all) ?? '';
          assert.ok(isRange(together), together);
          for (const one of some)
            assert.equal(
              satisfies(one, together),
              all.every((each) => satisfies(one, each)),
              one,
            );
        },
      ),
      { numRuns: 1000 },
    );
  });
});
