import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createPick } from '../../../test/node/negotiation/create-pick.js';
import { createDocuments } from '../../../test/node/negotiation/portfolio.js';
import { parseThoroughly } from '../parse-remote-entry.js';
import { readPlainEntry } from './read-plain-entry.js';

const url = 'https://cart.example/app/remoteEntry.json?v=1';
const file = { bytes: 1, imports: ['b.js'], externals: ['lit'], dynamicImports: ['c.js'], dynamicExternals: ['lit'] };
const lit = { packageName: 'lit', outFileName: 'lit.js', version: '3.3.3', requiredVersion: '^3.0.0' };
const document = {
  name: 'cart',
  exposes: [
    {
      key: './Cart',
      outFileName: 'Cart.js',
      element: 'x-cart',
      contract: 'element',
      styles: ['a.css'],
      types: 'a.d.ts',
    },
    { key: 'Pay', outFileName: 'Pay.js' },
  ],
  shared: [
    { ...lit, singleton: true, strictVersion: true },
    { ...lit, packageName: 'lit/a.js', outFileName: 'a.js', singleton: false, strictVersion: false },
  ],
  packages: { lit: { version: '3.3.3', dependencies: { 'lit-html': '^3.3.0' } }, vue: { version: '3.5.0' } },
  files: { 'Cart.js': file, 'b.js': { bytes: 0 } },
  integrity: { 'Cart.js': 'sha384-AAAA' },
  unknown: [{}],
};

/** A document in which one value anywhere is another one. */
const mutated = fc
  .tuple(
    fc.noShrink(fc.integer()),
    fc.oneof(
      fc.constantFrom<unknown>(null, undefined, '', 0, -1, true, [], {}, [1], '../x', '@nf-internal/a'),
      fc.json(),
    ),
  )
  .map(([seed, value]) => {
    const copy = structuredClone(document);
    const pick = createPick(seed);
    let place: Record<string, unknown> = copy;
    for (;;) {
      const keys = Object.keys(place);
      const key = keys[pick(keys.length)] as string;
      const inner = place[key];
      if (inner && typeof inner === 'object' && Object.keys(inner).length > 0 && pick(4) > 0) {
        place = inner as Record<string, unknown>;
      } else {
        place[key] = value;
        return copy;
      }
    }
  });

describe('readPlainEntry', () => {
  it('reads what this build writes', () => {
    assert.deepEqual(readPlainEntry(document, url, {}), parseThoroughly(document, url, {}));
    assert.notEqual(readPlainEntry(document, url, {}), undefined);
  });

  it('reads an entry by another name', () => {
    const options = { name: 'basket', provides: ['lit'] };
    assert.equal(readPlainEntry(document, url, options)?.alias, 'cart');
    assert.deepEqual(readPlainEntry(document, url, options), parseThoroughly(document, url, options));
  });

  it('reads every portfolio of our tests that other tools had no part in', () => {
    for (const entry of createDocuments(createPick(1), { remotes: 10, packages: 10 })) {
      assert.notEqual(readPlainEntry(entry, url, {}), undefined);
    }
  });

  it('reads as the thorough reader does, or not at all', () => {
    fc.assert(
      fc.property(mutated, (json) => {
        const entry = readPlainEntry(json, url, {});
        if (entry) assert.deepEqual(entry, parseThoroughly(json, url, {}));
      }),
      { numRuns: 5000 },
    );
  });

  const unusual: readonly [string, object][] = [
    ['chunks', { chunks: {} }],
    ['packages from others', { consumes: {} }],
    ['builds to follow', { buildNotificationsEndpoint: '/events' }],
    ['a dense group', { shared: [{ ...lit, singleton: true, strictVersion: true, entries: { lit: 'lit.js' } }] }],
    ['a share scope', { shared: [{ ...lit, singleton: true, strictVersion: true, shareScope: 'team' }] }],
    ['a file elsewhere', { exposes: [{ key: './A', outFileName: '../A.js' }] }],
    ['a key twice', { exposes: [...document.exposes, ...document.exposes] }],
    ['no name', { name: undefined }],
  ];
  for (const [title, fields] of unusual) {
    it(`leaves ${title} to the thorough reader`, () => {
      assert.equal(readPlainEntry({ ...document, ...fields }, url, {}), undefined);
    });
  }
});
