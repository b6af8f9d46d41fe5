import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { groupBy } from './group-by.js';

describe('groupBy', () => {
  it('keeps items in their order, by what is said of them', () => {
    assert.deepEqual(
      [...groupBy([1, 2, 3, 4], (item) => item % 2)],
      [
        [1, [1, 3]],
        [0, [2, 4]],
      ],
    );
  });
});
