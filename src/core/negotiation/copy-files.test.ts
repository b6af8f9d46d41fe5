import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { remote } from '../../../test/node/negotiation/remote.js';
import type { FileFacts } from '../remote-entry.js';
import { readFiles } from './copy-files.js';

const file = (facts: Partial<FileFacts>): FileFacts => ({
  bytes: 1,
  imports: [],
  externals: [],
  dynamicExternals: [],
  dynamicImports: [],
  ...facts,
});
const entry = {
  ...remote('a'),
  chunks: new Map([['@nf-internal/c', 'c.js']]),
  files: new Map([
    ['a.js', file({ imports: ['b.js'], externals: ['react', './x.js', 'https://x.example/', '@nf-internal/c'] })],
    ['b.js', file({ bytes: 10, dynamicImports: ['a.js', 'd.js'], externals: ['lit/html.js'] })],
    ['c.js', file({ bytes: 100 })],
    ['z.js', file({ bytes: 1000 })],
  ]),
};

describe('readFiles', () => {
  it('follows imports, static, dynamic and by name, and adds up', () => {
    assert.deepEqual(readFiles(entry, ['a.js']), {
      urls: new Set(['a.js', 'b.js', 'c.js', 'd.js']),
      imports: new Set(['react', 'lit/html.js']),
      bytes: 111,
    });
  });

  it('gives nothing for a file that the entry does not tell of', () => {
    assert.equal(readFiles(entry, ['a.js', 'd.js']), undefined);
  });

  it('gives no files for none', () => {
    assert.equal(readFiles(entry, [])?.urls.size, 0);
  });
});
