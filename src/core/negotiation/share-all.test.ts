import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { familyOf, offerOf, packagesOf } from '../../../test/node/negotiation/family-of.js';
import { remote, type SharedFacts } from '../../../test/node/negotiation/remote.js';
import type { RemoteEntry } from '../remote-entry.js';
import { rate } from './families.js';
import { createChoice, type Offer } from './offer.js';
import type { Objective } from './prefer.js';
import { shareAll } from './share-all.js';

const offersOf = (facts: readonly (string | SharedFacts)[], host?: string): Offer[] => {
  const entries = facts.map((lit, index) => remote(`r${index}`, { lit }));
  return [...(packagesOf(entries, host).get('lit') ?? [])];
};

interface Case {
  readonly title: string;
  readonly facts: readonly (string | SharedFacts)[];
  readonly objective?: Objective;
  readonly host?: string;
  /** Who provides for all; `undefined` if the search has to find out. */
  readonly expected: string | undefined;
}

const small = { version: '3.1.0', range: '^3.0.0', bytes: 10 };
const large = { version: '3.3.0', range: '^3.3.0', bytes: 15 };
const cases: readonly Case[] = [
  { title: 'the only copy', facts: ['3.1.0 ^4.0.0'], expected: 'r0' },
  {
    title: 'the newest of equal size that all accept',
    facts: ['3.1.0 ^3.0.0', '3.3.0 ^3.0.0', '4.0.0 *'],
    expected: 'r1',
  },
  { title: 'the newest of equal size', facts: ['3.1.0 ^3.0.0', '3.3.0 ^3.0.0'], expected: 'r1' },
  {
    title: 'an older one that all accept',
    facts: ['3.1.0 ^3.0.0', '3.3.0 ~3.1.0 || ~3.3.0', '3.1.5 ~3.1.0'],
    expected: 'r2',
  },
  { title: 'a larger one, if no two are smaller', facts: [small, large], expected: 'r1' },
  {
    title: 'not a larger one, if two might be smaller',
    facts: [small, { ...small, version: '3.2.0' }, { ...large, bytes: 100 }],
    expected: undefined,
  },
  {
    title: 'not an older one, if the newest are preferred',
    facts: [small, { ...large, range: '^3.0.0' }, { ...small, range: '~3.1.0' }],
    objective: 'newest',
    expected: undefined,
  },
  {
    title: 'nothing, if somebody may waive its range',
    facts: [{ ...small, strictVersion: false }, large],
    expected: undefined,
  },
  { title: 'what the host ships', facts: ['3.1.0 ^3.0.0', '3.3.0 ^3.0.0'], host: 'r0', expected: 'r0' },
  {
    title: 'nothing, if somebody rejects what the host ships',
    facts: ['3.1.0 ^3.0.0', '3.3.0 ^3.3.0'],
    host: 'r0',
    expected: undefined,
  },
  { title: 'nothing, if no copy is accepted by all', facts: ['3.1.0 ^3.0.0', '4.0.0 ^4.0.0'], expected: undefined },
];

describe('shareAll', () => {
  for (const { title, facts, objective = 'fewest-bytes', host, expected } of cases) {
    it(`shares ${title}`, () => {
      const offers = offersOf(facts, host);
      assert.equal(shareAll(offers, objective), expected !== undefined);
      const given = new Set(offers.map(({ choice }) => choice.copy?.participant.entry.name));
      assert.deepEqual([...given], [expected]);
    });
  }

  describe('of packages that depend on each other', () => {
    const ui = (version: string, range: string): SharedFacts => ({ version, range: '^1.0.0', imports: { lit: range } });
    const pair = (lit: string, range: string, name = 'a'): RemoteEntry => remote(name, { lit, ui: ui('1.0.0', range) });

    it('shares those that all can use, and gives the copies the same', () => {
      const family = familyOf([pair('3.1.0 ^3.0.0', '^3.0.0', 'a'), pair('3.3.0 ^3.0.0', '^3.1.0', 'b')]);
      assert.equal(shareAll(family, 'fewest-bytes'), true);
      const [lit, shared] = [offerOf(family, 'b', 'lit'), offerOf(family, 'a', 'ui')];
      for (const { choice, terms } of family) assert.equal(choice.copy, terms.packageName === 'lit' ? lit : shared);
      assert.deepEqual([lit.users, shared.users], [1, 1]);
      assert.deepEqual(
        shared.demands.map(({ choice }) => choice.copy),
        [lit],
      );
    });

    it('shares nothing, if one of the copies would not get what it needs', () => {
      const family = familyOf([pair('3.1.0 ^3.0.0', '~3.1.0', 'a'), pair('3.3.0 ^3.0.0', '~3.1.0', 'b')]);
      assert.equal(shareAll(family, 'fewest-bytes'), false);
      assert.ok(family.every(({ choice, users }) => !choice.copy && users === 0));
    });

    it('shares nothing, if nobody asks for what a copy needs, or not all are there', () => {
      const packages = packagesOf([pair('3.1.0 ^3.0.0', '^3.0.0')]);
      assert.equal(shareAll(packages.get('ui') ?? [], 'fewest-bytes'), false);
      const family = familyOf([remote('a', { ui: ui('1.0.0', '^3.0.0') })]);
      assert.equal(shareAll(family, 'fewest-bytes'), false);
    });

    it('shares nothing, if a copy in use has been given another one', () => {
      const family = familyOf([
        pair('3.1.0 ^3.0.0', '^3.0.0', 'a'),
        remote('b', { lit: '3.3.0 ^3.0.0' }),
        pair('3.2.0 ^3.0.0', '^3.0.0', 'c'),
      ]);
      const [lit, ui, newer] = [offerOf(family, 'a', 'lit'), offerOf(family, 'a', 'ui'), offerOf(family, 'b', 'lit')];
      for (const offer of [lit, ui, newer]) {
        offer.choice = createChoice(offer);
        offer.users++;
      }
      for (const { choice } of ui.demands) choice.copy = lit;
      rate(family);
      assert.equal(shareAll(family, 'fewest-bytes'), false);
      for (const { choice } of ui.demands) choice.copy = newer;
      assert.equal(shareAll(family, 'fewest-bytes'), true);
    });
  });

  it('has nothing to do, if all is settled', () => {
    const offers = offersOf(['3.1.0 ^3.0.0', '4.0.0 ^4.0.0']);
    for (const offer of offers) offer.choice = createChoice(offer);
    assert.equal(shareAll(offers, 'fewest-bytes'), true);
  });
});
