import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { remote } from '../../../test/node/negotiation/remote.js';
import type { Agreement } from '../agreement.js';
import { agreePlainly } from './agree-plainly.js';
import { createPlainImportMap } from './create-plain-import-map.js';

const hash = 'sha384-AAAA';

describe('createPlainImportMap', () => {
  it('maps what is exposed and what is shared, and gives the hashes, all sorted', () => {
    const cart = {
      ...remote('cart', { vue: '3.5.0 *', lit: '3.3.0 *' }),
      integrity: new Map([['https://cart.example/X.js', hash]]),
    };
    assert.deepEqual(createPlainImportMap(agreePlainly([cart], {}) as Agreement), {
      imports: {
        'cart/./X': 'https://cart.example/X.js',
        'cart/X': 'https://cart.example/X.js',
        lit: 'https://cart.example/shared/lit@3.3.0/index.js',
        vue: 'https://cart.example/shared/vue@3.5.0/index.js',
      },
      scopes: {},
      integrity: { 'https://cart.example/X.js': hash },
    });
  });

  it('is empty, if there is nothing to map', () => {
    const map = createPlainImportMap(agreePlainly([], {}) as Agreement);
    assert.deepEqual(map, { imports: {}, scopes: {}, integrity: {} });
  });
});
