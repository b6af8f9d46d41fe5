import { expect } from '@esm-bundle/chai';
import './define.js';
import { createRemote } from '../test/browser/support/tags.js';
import { fetchOptionsOf, remoteNameOf } from './remote-request.js';

describe('remoteNameOf', () => {
  const rows: readonly (readonly [attributes: Record<string, string>, name: string])[] = [
    [{ remote: 'cart' }, 'cart'],
    [{ remote: 'cart', src: '/cart/remoteEntry.json' }, 'cart'],
  ];
  for (const [attributes, name] of rows) {
    it(`is ${name} for ${JSON.stringify(attributes)}`, () => {
      expect(remoteNameOf(createRemote(attributes))).to.equal(name);
    });
  }

  it('is short, another one for each address, and the same one for the same', () => {
    const far = 'x'.repeat(500);
    const addresses = ['/a/b.json', '/a-b.json', '/a.b/json', `/${far}/a.json`, `/${far}/b.json`];
    const names = addresses.map((src) => remoteNameOf(createRemote({ src })));
    expect(new Set(names).size).to.equal(addresses.length);
    for (const name of names) expect(name).to.match(/^src-[\w-]{1,120}$/);
    expect(addresses.map((src) => remoteNameOf(createRemote({ src })))).to.deep.equal(names);
  });
});

describe('fetchOptionsOf', () => {
  const rows: readonly (readonly [attributes: Record<string, string>, options: object])[] = [
    [{}, {}],
    [{ crossorigin: '' }, { crossOrigin: 'anonymous' }],
    [{ crossorigin: 'use-credentials' }, { crossOrigin: 'use-credentials' }],
    [{ referrerpolicy: 'no-referrer' }, { referrerPolicy: 'no-referrer' }],
    [{ fetchpriority: 'low' }, { fetchPriority: 'low' }],
  ];
  for (const [attributes, options] of rows) {
    it(`reads ${JSON.stringify(attributes)}`, () => {
      expect(fetchOptionsOf(createRemote(attributes))).to.deep.equal(options);
    });
  }
});
