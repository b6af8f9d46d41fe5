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
    assert.deepEqual([...packages.keys()], ['lit', 'vue']);
    assert.deepEqual(
      packages.get('lit')?.statements.map(({ first, count }) => [first, count]),
      [
        [0, 2],
        [1, 1],
      ],
    );
  });

  it('knows who has the smallest copy of those who say the same', () => {
    const entries = [9, 7, 7].map((bytes, index) => remote(`r${index}`, { lit: { version: '3.1.0', bytes } }));
    const shared = toPlainPackages(entries).get('lit');
    assert.deepEqual(
      shared?.statements.map(({ first, smallest, bytes }) => [first, smallest, bytes]),
      [[0, 1, 7]],
    );
    const [unsized] = toPlainPackages([...entries, plain]).get('lit')?.statements ?? [];
    assert.deepEqual([unsized?.smallest, unsized?.bytes], [0, 1]);
  });

  it('finds nothing where nothing is shared', () => {
    assert.equal(toPlainPackages([remote('a')]).size, 0);
  });

  const notPlain: readonly [string, Parameters<typeof remote>][] = [
    ['a share scope', ['b', { lit: { version: '3.1.0', shareScope: 'team' } }]],
    ['a pool', ['b', { lit: { version: '3.1.0', pool: 'all' } }]],
    ['chunks by name', ['b', { lit }, { chunks: ['c.js'] }]],
    ['packages that it keeps to itself', ['b', { lit }, { provides: false }]],
    ['imports that it does not share', ['b', { lit }, { uses: ['lit', 'vue'] }]],
    ['another name of what is there', ['b', { lit }, { url: plain.url }]],
    ['different things of entry points of one package', ['b', { lit, 'lit/x': '3.1.0 ^3.1.0' }]],
    ['a pre-release', ['b', { lit: '3.1.0-rc.1 ^3.0.0' }]],
    ['very many entry points', ['b', Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`lit/${i}`, lit]))]],
  ];
  for (const [title, parameters] of notPlain) {
    it(`leaves ${title} to the negotiation`, () => {
      assert.throws(() => toPlainPackages([plain, remote(...parameters)]), TypeError);
    });
  }
});

describe('a remote that tells of packages', () => {
  it('is left to the negotiation if it tells of no files', () => {
    const packages = new Map([['lit', { version: '3.1.0', dependencies: new Map<string, string>() }]]);
    assert.throws(() => toPlainPackages([{ ...plain, packages }]), TypeError);
  });
});

describe('very many remotes', () => {
  it('are left to the negotiation if all say something else', () => {
    const entries = Array.from({ length: 110 }, (_, index) => remote(`r${index}`, { lit: `3.${index}.0 *` }));
    assert.throws(() => toPlainPackages(entries), TypeError);
    assert.equal(toPlainPackages(entries.slice(0, 50)).size, 1);
  });
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
