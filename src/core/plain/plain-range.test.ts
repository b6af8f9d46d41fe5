import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compareVersions, isRange, satisfies } from '../version.js';
import { comparePlain, isInPlainRange, readPlainVersion } from './plain-range.js';
import { plainly } from './plainly.js';

const number = fc.oneof(fc.constantFrom(0, 0, 1, 2), fc.nat(30));
const version = fc.tuple(number, number, number).map((numbers) => numbers.join('.'));
const comparator = fc
  .tuple(fc.constantFrom('^', '~', '>=', ''), fc.array(number, { minLength: 1, maxLength: 3 }))
  .map(([operator, numbers]) => operator + numbers.join('.'));
const range = fc
  .array(fc.oneof(comparator, fc.constant('*')), { minLength: 1, maxLength: 3 })
  .chain((comparators) => fc.constantFrom('||', ' || ', '||  ').map((or) => comparators.join(or)));

describe('readPlainVersion', () => {
  it('reads three numbers', () => {
    assert.deepEqual(readPlainVersion('19.2.0'), [19, 2, 0]);
  });

  for (const text of [
    '19.2',
    '19',
    '',
    undefined,
    '19.2.0-rc.1',
    '19.2.0+1',
    'v19.2.0',
    '^19.2.0',
    '01.2.3',
    '1.2.9999999999',
  ])
    it(`leaves ${JSON.stringify(text)} to semver`, () => {
      assert.throws(() => readPlainVersion(text), TypeError);
    });
});

describe('isInPlainRange', () => {
  it('says what semver says', () => {
    fc.assert(
      fc.property(version, range, (text, wanted) => {
        assert.equal(isInPlainRange(readPlainVersion(text), wanted), satisfies(text, wanted));
      }),
      { numRuns: 5000 },
    );
  });

  for (const text of [
    '^19.0.0-rc.1',
    '>19',
    '<=19',
    '19.x',
    '1 - 2',
    '>=18 <20',
    '^18 || >17',
    'latest',
    '',
    '^01.2.3',
    '>= 17',
  ])
    it(`leaves "${text}" to semver`, () => {
      assert.throws(() => isInPlainRange([19, 0, 0], text), TypeError);
    });

  it('never answers for what is no range', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'~^>=0129.| x*v-'), maxLength: 12 }), (text) => {
        if (plainly(() => isInPlainRange([1, 2, 3], text)) !== undefined) assert.ok(isRange(text));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('comparePlain', () => {
  it('orders versions as semver does', () => {
    fc.assert(
      fc.property(version, version, (one, other) => {
        assert.equal(
          Math.sign(comparePlain(readPlainVersion(one), readPlainVersion(other))),
          compareVersions(one, other),
        );
      }),
    );
  });
});
