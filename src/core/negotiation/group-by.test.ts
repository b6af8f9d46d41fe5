import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { groupBy } from './group-by.js';

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
