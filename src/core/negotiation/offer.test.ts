import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createChoice } from './offer.js';

describe('createChoice', () => {
  it('is a place of its own, and empty', () => {
    assert.deepEqual(createChoice(), { copy: undefined, users: 0, cost: [0, 0, 0, 0] });
    assert.notEqual(createChoice(), createChoice());
  });
});
