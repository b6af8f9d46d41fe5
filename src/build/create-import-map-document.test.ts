import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createImportMapDocument } from './create-import-map-document.js';

const shared = { version: '3.3.1', requiredVersion: '^3.0.0', singleton: true, strictVersion: true };
const entry = {
  name: 'cart',
  exposes: [{ key: './Cart', outFileName: 'Cart-A.js' }],
  shared: [{ packageName: 'lit', outFileName: 'shared/lit.js', ...shared }],
  packages: {},
  files: {},
  integrity: { 'Cart-A.js': 'sha384-x' },
};

describe('the import map of a project', () => {
  it('has addresses relative to itself, for shared packages, exposed modules and hashes', () => {
    assert.deepEqual(createImportMapDocument(entry), {
      imports: { lit: './shared/lit.js', 'cart/Cart': './Cart-A.js' },
      integrity: { './Cart-A.js': 'sha384-x' },
    });
  });
  it('spreads out what is dense, and has no hashes if there are none', () => {
    const { integrity, ...rest } = entry;
    const dense = [{ packageName: 'lit', entries: { lit: 'a.js', 'lit/b.js': 'b.js' }, ...shared }];
    assert.deepEqual(createImportMapDocument({ ...rest, exposes: [], shared: dense }), {
      imports: { lit: './a.js', 'lit/b.js': './b.js' },
    });
  });
});
