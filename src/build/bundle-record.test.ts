import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Bundle } from './bundle.js';
import { recordBundle, restoreBundle } from './bundle-record.js';

const facts = {
  imports: ['b.js'],
  dynamicImports: [],
  externals: ['lit'],
  dynamicExternals: [],
  references: ['b.js'],
  stylesheet: 'a.css',
  exports: ['a'],
};
const text = 'export const ä = 1;';
const bundle: Bundle = {
  request: {
    own: undefined,
    folder: 'shared/a@1.0.0/',
    entryPoints: new Map([['index', '/home/me/p/node_modules/a/index.js']]),
  },
  files: [
    { ...facts, name: 'a.js', contents: Buffer.from(text), text },
    { ...facts, name: 'a.wasm', contents: Buffer.from([0, 97, 255]), text: '' },
  ],
  entries: new Map([['index', 'a.js']]),
  sources: ['/home/me/p/node_modules/a/index.js'],
  inputs: ['/home/me/node_modules/b/index.js'],
  edges: [{ importer: '/home/me/p/node_modules/a/index.js', specifier: 'lit', external: 'lit', target: undefined }],
  warnings: [],
  licenses: ['MIT'],
};

describe('a bundle that was kept', () => {
  it('is the same when it comes back', () => {
    const record = JSON.parse(JSON.stringify(recordBundle(bundle, '/home/me/p')));
    assert.deepEqual(restoreBundle(record, bundle.request, '/home/me/p'), bundle);
  });
  it('may come back in another folder', () => {
    const { sources, inputs } = restoreBundle(recordBundle(bundle, '/home/me/p'), bundle.request, '/srv/p');
    assert.deepEqual([sources, inputs], [['/srv/p/node_modules/a/index.js'], ['/srv/node_modules/b/index.js']]);
  });
});
