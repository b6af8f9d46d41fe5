import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { remote } from '../../../test/node/negotiation/remote.js';
import { pointsOf, toPlainPackages } from './plain-packages.js';

const lit = '3.1.0 ^3.0.0';
const plain = remote('a', { lit });

describe('toPlainPackages', () => {
  it('lists who ships a package, and what each says', () => {
    const packages = toPlainPackages([
      remote('a', { lit, 'lit/x': lit, vue: '3.5.0 *' }),
      remote('b', { lit }),
      remote('c', { lit, 'lit/x': lit }),
    ]);
    const shared = packages?.get('lit');
    assert.deepEqual([...(packages?.keys() ?? [])], ['lit', 'vue']);
    assert.deepEqual(
      shared?.remotes.map(({ name }) => name),
      ['a', 'b', 'c'],
    );
    const [a, b, c] = shared?.statements ?? [];
    assert.equal(a, c);
    assert.notEqual(a, b);
    assert.deepEqual(
      a?.points.map(({ specifier }) => specifier),
      ['lit', 'lit/x'],
    );
  });

  it('finds nothing where nothing is shared', () => {
    assert.equal(toPlainPackages([remote('a')])?.size, 0);
  });

  const notPlain: readonly [string, Parameters<typeof remote>][] = [
    ['a share scope', ['b', { lit: { version: '3.1.0', shareScope: 'team' } }]],
    ['a pool', ['b', { lit: { version: '3.1.0', pool: 'all' } }]],
    ['chunks by name', ['b', { lit }, { chunks: ['c.js'] }]],
    ['packages that it keeps to itself', ['b', { lit }, { provides: false }]],
    ['imports that it does not share', ['b', { lit }, { uses: ['lit', 'vue'] }]],
    ['another name of what is there', ['b', { lit }, { url: plain.url }]],
    ['very many entry points', ['b', Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`lit/${i}`, lit]))]],
  ];
  for (const [title, parameters] of notPlain) {
    it(`leaves ${title} to the negotiation`, () => {
      assert.equal(toPlainPackages([plain, remote(...parameters)]), undefined);
    });
  }
});

describe('pointsOf', () => {
  it('gives the entry points of one package', () => {
    const points = pointsOf(remote('a', { lit, vue: '3.5.0 *', 'lit/x': lit }), 'lit');
    assert.deepEqual(
      points.map(({ specifier }) => specifier),
      ['lit', 'lit/x'],
    );
  });
});
