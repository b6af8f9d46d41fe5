import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainReasons } from './plain-reasons.js';

describe('the plain reasons', () => {
  it('name the range that accepts', () => {
    assert.equal(plainReasons.shared('^3.0.0'), 'the page shares it, and its range ^3.0.0 accepts it');
  });
});
