import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { remote } from '../../../test/node/negotiation/remote.js';
import { findHomes } from './homes.js';

const at = (name: string, path: string): ReturnType<typeof remote> =>
  remote(name, { lit: '3.3.3' }, { url: `https://x.example/${path}`, chunks: ['c.js'] });

describe('findHomes', () => {
  it('is the directory of a remote', () => {
    const homes = findHomes({ entries: [at('a', 'a/e.json'), at('b', 'b/e.json')], arrivals: [2] });
    assert.deepEqual(homes.get('b'), { scopes: ['https://x.example/b/'], isNested: false });
  });

  it('knows a directory in that of another', () => {
    const homes = findHomes({ entries: [at('a', 'e.json'), at('b', 'b/e.json')], arrivals: [2] });
    assert.deepEqual([homes.get('a')?.isNested, homes.get('b')?.isNested], [false, true]);
  });

  const files = ['https://x.example/X.js', 'https://x.example/c.js', 'https://x.example/shared/lit@3.3.3/index.js'];

  it("is the files of a remote whose directory is another's, too", () => {
    const homes = findHomes({ entries: [at('a', 'a.json'), at('b', 'b.json')], arrivals: [2] });
    assert.deepEqual(homes.get('a')?.scopes, ['https://x.example/']);
    assert.deepEqual(homes.get('b'), { scopes: files, isNested: true });
  });

  it('is the files of a remote that arrives around others', () => {
    const entries = [at('a', 'deep/down/e.json'), at('b', 'e.json')];
    assert.deepEqual(findHomes({ entries, arrivals: [1, 2] }).get('b')?.scopes, files);
    assert.deepEqual(findHomes({ entries, arrivals: [2] }).get('b')?.scopes, ['https://x.example/']);
  });
});
