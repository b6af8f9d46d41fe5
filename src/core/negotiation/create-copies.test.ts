import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { remote, type SharedFacts } from '../../../test/node/negotiation/remote.js';
import type { Agreement } from '../agreement.js';
import { negotiate } from '../negotiate.js';

const pooled = (...names: string[]): SharedFacts => ({
  version: '1.0.0',
  range: '*',
  imports: Object.fromEntries(names.map((name) => [name, '*'])),
});
const copyOf = ({ packages }: Agreement, name: string) =>
  packages.find(({ packageName }) => packageName === name)?.copies[0];

// Where all is plain, all resolve alike, and nobody needs a scope.
const notPlain = { provides: false };

describe('the copies of an agreement', () => {
  it('know their entry points and what their own imports lead to, even if they import each other', () => {
    const agreement = negotiate([remote('r', { a: pooled('b'), b: pooled('a', 'b'), 'b/c': pooled() })]);
    const [a, b] = ['a', 'b'].map((name) => copyOf(agreement, name));
    assert.deepEqual([...(b?.entryPoints.keys() ?? [])], ['b', 'b/c']);
    assert.deepEqual(b?.imports, ['a', 'b']);
    assert.equal(a?.dependencies.get('b'), b);
    assert.equal(b?.dependencies.get('a'), a);
    assert.equal(b?.dependencies.get('b'), b);
  });

  it('have a scope only if they import something: their folder, if it is theirs alone', () => {
    const agreement = negotiate([remote('r', { a: pooled(), b: pooled('a') }, notPlain)]);
    assert.deepEqual(copyOf(agreement, 'a')?.scopes, []);
    assert.deepEqual(copyOf(agreement, 'b')?.scopes, ['https://r.example/shared/b@1.0.0/']);
  });

  it('have their files for scopes, if the folder is not theirs alone, or not known to be', () => {
    const entry = remote('r', { a: pooled(), b: pooled('a') }, notPlain);
    const stranger = 'https://r.example/shared/b@1.0.0/stranger.js';
    const files = new Map([
      ...entry.files,
      [stranger, { bytes: 1, imports: [], externals: [], dynamicImports: [], dynamicExternals: [] }],
    ]);
    const url = 'https://r.example/shared/b@1.0.0/index.js';
    assert.deepEqual(copyOf(negotiate([{ ...entry, files }]), 'b')?.scopes, [url]);
    assert.deepEqual(copyOf(negotiate([remote('r', { '@x/a': '1.0.0', '@x/b': '1.0.0' }, notPlain)]), '@x/b')?.scopes, [
      'https://r.example/shared/@x_b@1.0.0/index.js',
    ]);
  });

  it('stay the same objects in the agreements that follow', () => {
    const committed = negotiate([remote('r', { a: pooled(), b: pooled('a') })]);
    const agreement = negotiate([remote('s', { b: pooled('a'), a: pooled() })], { committed });
    assert.equal(copyOf(agreement, 'b'), copyOf(committed, 'b'));
  });
});
