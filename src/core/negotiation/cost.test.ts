import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { add, isLess, type Sum } from './cost.js';

describe('add', () => {
  it('adds a cost in place, and takes it away again', () => {
    const sum: Sum = [1, 2, 3, 4];
    add(sum, [10, 0, 1, 2], 1);
    assert.deepEqual(sum, [11, 2, 4, 6]);
    add(sum, [10, 0, 1, 2], -1);
    assert.deepEqual(sum, [1, 2, 3, 4]);
  });
});

describe('isLess', () => {
  for (const [one, other, expected] of [
    [[1, 9, 9, 9], [2, 0, 0, 0], true],
    [[1, 0, 9, 9], [1, 1, 0, 0], true],
    [[1, 1, 0, 9], [1, 1, 1, 0], true],
    [[1, 1, 1, 0], [1, 1, 1, 1], true],
    [[1, 1, 1, 1], [1, 1, 1, 1], false],
    [[2, 0, 0, 0], [1, 9, 9, 9], false],
  ] as const) {
    it(`is ${expected} of ${one} and ${other}: what differs first decides`, () => {
      assert.equal(isLess(one, other), expected);
    });
  }
});
