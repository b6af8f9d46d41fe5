import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseManifest } from '../manifest.js';
import { readPlainManifest } from './read-plain-manifest.js';

const url = 'https://shop.example/config/manifest.json';
const hash = 'sha384-AAAA sha512-BBBB==';

const addresses = fc.constantFrom<unknown>(
  'a/remoteEntry.json',
  '//b.example/e.json',
  'data:,',
  '',
  1,
  null,
  undefined,
);
const remotes = fc.oneof(
  addresses,
  fc.record({
    url: addresses,
    fallback: fc.oneof(addresses, fc.array(addresses, { maxLength: 2 })),
    integrity: fc.constantFrom<unknown>(undefined, hash, 'md5-A', '', null),
    lazy: fc.constantFrom<unknown>(undefined, true, null, 'yes'),
    provides: fc.constantFrom<unknown>(undefined, false, ['lit'], [1], null, 'lit'),
  }),
);
const manifests = fc.dictionary(fc.constantFrom('cart', '@org/cart', 'team/cart', '../cart', '__proto__', ''), remotes);

describe('readPlainManifest', () => {
  it('reads addresses, and all that can be said of a remote', () => {
    const facts = { url: 'a.json', fallback: 'b.json', integrity: hash, lazy: true, provides: ['lit'] };
    const json = { cart: '../cart.json', 'team/reviews': facts, pay: { url: '/pay.json', fallback: [] } };
    assert.deepEqual(readPlainManifest(json, url), parseManifest(json, url));
    assert.equal(readPlainManifest(json, url)?.remotes.size, 3);
  });

  it('reads one without remotes', () => {
    assert.equal(readPlainManifest({}, url)?.remotes.size, 0);
  });

  it('reads as the thorough reader does, and leaves what has faults', () => {
    fc.assert(
      fc.property(manifests, (json) => {
        const manifest = readPlainManifest(json, url);
        if (manifest) assert.deepEqual(manifest, parseManifest(json, url));
      }),
      { numRuns: 3000 },
    );
  });

  for (const json of [null, [], 'a', { cart: 1 }, { cart: 'data:,' }, { '../cart': 'a' }]) {
    it(`leaves ${JSON.stringify(json)}`, () => assert.equal(readPlainManifest(json, url), undefined));
  }
});
