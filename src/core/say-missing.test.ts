import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sayMissing } from './say-missing.js';

it('says who needs what', () => {
  assert.match(sayMissing({ remote: 'cart', specifier: 'react-dom/client' }), /"cart".*"react-dom\/client"/);
});
