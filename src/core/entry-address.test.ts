import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { entryAddress } from './entry-address.js';

const cases: readonly [text: string, base: string, address: string | undefined][] = [
  ['cart/remoteEntry.json', 'https://shop.example/a/manifest.json', 'https://shop.example/a/cart/remoteEntry.json'],
  ['//cart.example/e.json', 'https://shop.example/', 'https://cart.example/e.json'],
  ['e.json', 'file:///shop/manifest.json', 'file:///shop/e.json'],
  ['file:///e.json', 'https://shop.example/', undefined],
  ['javascript:alert(1)', 'https://shop.example/', undefined],
  ['https://me:secret@cart.example/', 'https://shop.example/', undefined],
  ['http://', 'https://shop.example/', undefined],
];

describe('entryAddress', () => {
  for (const [text, base, address] of cases) {
    it(`${address ? 'resolves' : 'refuses'} ${text} at ${base}`, () => assert.equal(entryAddress(text, base), address));
  }
});
