import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BuildError } from '../build/build-error.js';
import { tellComplete, tellError } from './build-message.js';

describe('what pages are told of a build', () => {
  it('is called as Native Federation calls it', () => {
    assert.deepEqual(tellComplete('cart'), { type: 'federation-rebuild-complete', remote: 'cart' });
    const error = new BuildError('name-missing', { file: 'a.js' });
    assert.deepEqual(tellError('cart', error), {
      type: 'federation-rebuild-error',
      remote: 'cart',
      error: { code: 'name-missing', message: error.message },
    });
  });

  it('has a text whatever the error has', () => {
    const odd = Object.assign(new Error(), { message: undefined });
    const message = JSON.parse(JSON.stringify(tellError('cart', odd as unknown as Error)));
    assert.deepEqual(message.error, { message: 'undefined' });
  });

  it('has no code if the error has none', () => {
    assert.deepEqual(tellError('cart', new TypeError('oh')), {
      type: 'federation-rebuild-error',
      remote: 'cart',
      error: { message: 'oh' },
    });
  });
});
