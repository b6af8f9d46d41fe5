import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileUrl } from './file-url.js';

const base = 'https://cart.example/a/';

const cases: readonly [name: string, url: string | undefined][] = [
  ['lit.js', 'https://cart.example/a/lit.js'],
  ['./lit.js', 'https://cart.example/a/lit.js'],
  ['shared/lit@3.3.3/index.js', 'https://cart.example/a/shared/lit@3.3.3/index.js'],
  ['b/../lit.js', 'https://cart.example/a/lit.js'],
  ['../lit.js', undefined],
  ['/lit.js', undefined],
  ['.', undefined],
  ['//evil.example/lit.js', undefined],
  ['https://evil.example/lit.js', undefined],
  ['data:text/javascript,0', undefined],
  ['lit.js#a', undefined],
  ['li\tt.js', undefined],
  ['a\\lit.js', undefined],
];

describe('fileUrl', () => {
  for (const [name, url] of cases) {
    it(`${url ? 'finds' : 'refuses'} ${JSON.stringify(name)}`, () => assert.equal(fileUrl(name, base), url));
  }
});
