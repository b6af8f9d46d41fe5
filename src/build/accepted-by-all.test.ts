import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acceptedByAll } from './accepted-by-all.js';

const cases: readonly [ranges: string[], expected: string | undefined][] = [
  [[], undefined],
  [['^1.2.0'], '^1.2.0'],
  [['^1.2.0', '^1.2.0'], '^1.2.0'],
  [['*'], '*'],
  [['*', '^1.2.0'], '^1.2.0'],
  [['^1.3.0', '^1.2.0'], '^1.2.0 ^1.3.0'],
  [['^1.2.0 || ^2.0.0', '>=1.4.0'], '>=1.4.0 ^1.2.0 || >=1.4.0 ^2.0.0'],
  [['1 || 2', '2 || 3'], '1 2 || 1 3 || 2 2 || 2 3'],
];

describe('what several ranges accept together', () => {
  for (const [ranges, expected] of cases) {
    it(`is ${expected ?? 'nothing to say'} for ${ranges.join(' and ') || 'none'}`, () => {
      assert.equal(acceptedByAll(ranges), expected);
    });
  }
});
