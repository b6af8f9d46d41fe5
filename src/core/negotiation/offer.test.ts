import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { familyOf, offerOf } from '../../../test/node/negotiation/family-of.js';
import { remote } from '../../../test/node/negotiation/remote.js';
import { createChoice, placeOf, undecided } from './offer.js';

describe('createChoice', () => {
  it('is a place of its own, and empty', () => {
    assert.deepEqual(createChoice(), { copy: undefined, users: 0, cost: [0, 0, 0, 0] });
    assert.notEqual(createChoice(), createChoice());
  });
});

describe('placeOf', () => {
  it('gives each remote a place of its own, once it is needed', () => {
    const family = familyOf([remote('a', { lit: '3.1.0' }), remote('b', { lit: '3.1.0' })]);
    const [a, b] = ['a', 'b'].map((name) => offerOf(family, name, 'lit'));
    assert.ok(a && b);
    assert.equal(a.choice, undecided);
    assert.equal(placeOf(a), placeOf(a));
    assert.notEqual(placeOf(a), placeOf(b));
    assert.equal(undecided.copy, undefined);
  });
});
