import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareExact, type ExactVersion, parseVersion } from './exact-version.js';

const cases: readonly [text: string, numbers: readonly number[] | undefined, preRelease?: readonly string[]][] = [
  ['19.2.0', [19, 2, 0]],
  ['0.0.0', [0, 0, 0]],
  ['1.2.3-rc.1', [1, 2, 3], ['rc', '1']],
  ['1.2.3-0a.b-c+build.01', [1, 2, 3], ['0a', 'b-c']],
  ['1.2.3+build', [1, 2, 3]],
  ['1.2', undefined],
  ['01.2.3', undefined],
  ['1.2.3-01', undefined],
  ['1.2.3-', undefined],
  ['1.2.3-a_b', undefined],
  ['1.2.3+', undefined],
  ['v1.2.3', undefined],
  [' 1.2.3', undefined],
  ['9007199254740991.0.0', [9_007_199_254_740_991, 0, 0]],
  ['9007199254740992.0.0', undefined],
  [`1.2.3-${'a'.repeat(250)}`, [1, 2, 3], ['a'.repeat(250)]],
  [`1.2.3-${'a'.repeat(251)}`, undefined],
];

describe('parseVersion', () => {
  for (const [text, numbers, preRelease = []] of cases) {
    it(`finds ${numbers ? `${numbers} ${preRelease}`.slice(0, 30) : 'nothing'} in "${text.slice(0, 30)}"`, () => {
      assert.deepEqual(parseVersion(text), numbers && { numbers, preRelease });
    });
  }
});

describe('compareExact', () => {
  it('orders as semver does: numbers before words, more parts after fewer, the release at last', () => {
    const ascending = [
      '1.0.0-1',
      '1.0.0-2',
      '1.0.0-10',
      '1.0.0-a',
      '1.0.0-a.1',
      '1.0.0-b',
      '1.0.0',
      '1.0.1',
      '1.10.0',
      '2.0.0',
    ];
    const versions = ascending.map((text) => parseVersion(text) as ExactVersion);
    for (const [index, one] of versions.entries()) {
      for (const [otherIndex, other] of versions.entries()) {
        assert.equal(Math.sign(compareExact(one, other)), Math.sign(index - otherIndex));
      }
    }
  });
});
