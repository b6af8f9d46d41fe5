import assert from 'node:assert/strict';
import { it } from 'node:test';
import { parseUrl } from './parse-url.js';

it('resolves an address against its base', () => {
  assert.equal(parseUrl('../a.json', 'https://shop.example/x/y/')?.href, 'https://shop.example/x/a.json');
});
it('is undefined for an address that is none', () => {
  assert.equal(parseUrl('https://['), undefined);
  assert.equal(parseUrl('a.json'), undefined);
});
