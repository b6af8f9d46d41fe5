import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defineFederation } from './federation-config.js';

describe('defineFederation', () => {
  it('gives the config back as it is', () => {
    const config = { name: 'cart', exposes: { './Cart': './src/cart.ts' } };
    assert.equal(defineFederation(config), config);
  });
  it('is checked by the compiler', () => {
    // @ts-expect-error: a field that does not exist.
    assert.ok(defineFederation({ name: 'cart', expose: {} }));
    // @ts-expect-error: no name.
    assert.ok(defineFederation({}));
  });
});
