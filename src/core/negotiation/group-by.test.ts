import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { addTo, groupBy } from './group-by.js';

describe('groupBy', () => {
  for (const items of [[1, 2, 3, 4], new Set([1, 2, 3, 4])]) {
    it(`keeps items in their order, by what is said of them, in ${items.constructor.name}`, () => {
      assert.deepEqual(
        [...groupBy(items, (item) => item % 2)],
        [
          [1, [1, 3]],
          [0, [2, 4]],
        ],
      );
    });
  }
});

describe('addTo', () => {
  it('puts an item into its group, and begins one where there is none', () => {
    const groups = new Map([['a', [1]]]);
    addTo(groups, 'a', 2);
    addTo(groups, 'b', 3);
    assert.deepEqual(Object.fromEntries(groups), { a: [1, 2], b: [3] });
  });
});
