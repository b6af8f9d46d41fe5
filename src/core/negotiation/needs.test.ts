import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { type RemoteFacts, remote } from '../../../test/node/negotiation/remote.js';
import { indexOffers } from './index-offers.js';
import { groupSpecifiers } from './needs.js';
import { readParticipants } from './read-participants.js';

const v = '1.0.0 ^1.0.0';
const pooled = { version: '1.0.0', range: '^1.0.0', pool: 'p' };

interface Case {
  readonly title: string;
  readonly shared: Parameters<typeof remote>[1];
  readonly facts?: RemoteFacts;
  /** Package → what its copy asks for, with the range. */
  readonly expected: Readonly<Record<string, readonly string[]>>;
}

const cases: readonly Case[] = [
  {
    title: 'nothing, where nothing is told and nothing to guess from',
    shared: { a: v, b: v },
    expected: { a: [], b: [] },
  },
  {
    title: 'what its files import, in the range of its package.json',
    shared: { a: v, b: { version: '1.0.0', range: '^1.0.0', imports: { a: '>=1.0.0' } } },
    expected: { a: [], b: ['a >=1.0.0'] },
  },
  {
    title: 'the other packages of its npm scope, where nothing is told, in the range of its remote',
    shared: { '@x/a': v, '@x/b': '1.0.0 ~1.0.0', '@y/c': v, d: v },
    expected: { '@x/a': ['@x/b ~1.0.0'], '@x/b': ['@x/a ^1.0.0'], '@y/c': [], d: [] },
  },
  {
    title: 'the other packages of its pool',
    shared: { a: pooled, b: pooled, c: v },
    expected: { a: ['b ^1.0.0'], b: ['a ^1.0.0'], c: [] },
  },
  {
    title: 'itself, where it has several entry points and nothing is told',
    shared: { a: v, 'a/b': v },
    expected: { a: ['a,a/b ^1.0.0'] },
  },
];

describe('what a copy imports', () => {
  for (const { title, shared, facts, expected } of cases) {
    it(`is ${title}`, () => {
      const [participant] = readParticipants([remote('r', shared, facts)], undefined).participants;
      const found = (participant?.offers ?? []).map(({ terms, demands }) => {
        return [terms.packageName, demands.map(({ wish }) => `${wish.specifiers} ${wish.range}`)];
      });
      assert.deepEqual(Object.fromEntries(found), expected);
    });
  }

  it('may be a package that its remote does not share', () => {
    const entry = remote('r', { a: { version: '1.0.0', imports: { b: '^1.0.0' } } });
    const b = indexOffers(readParticipants([entry], undefined).participants)('r', 'b');
    assert.deepEqual(b?.terms.shipped, []);
    assert.deepEqual(b?.terms.specifiers, []);
  });
});

describe('groupSpecifiers', () => {
  it('sorts specifiers by package', () => {
    assert.deepEqual(
      [...groupSpecifiers(['lit', '@x/a/b.js', 'lit/html.js'])],
      [
        ['lit', ['lit', 'lit/html.js']],
        ['@x/a', ['@x/a/b.js']],
      ],
    );
  });
});
