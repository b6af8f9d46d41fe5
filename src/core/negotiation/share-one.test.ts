import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { packagesOf } from '../../../test/node/negotiation/family-of.js';
import { remote, type SharedFacts } from '../../../test/node/negotiation/remote.js';
import { createChoice, type Offer } from './offer.js';
import type { Objective } from './prefer.js';
import { shareOne } from './share-one.js';

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

describe('shareOne', () => {
  for (const { title, facts, objective = 'fewest-bytes', host, expected } of cases) {
    it(`shares ${title}`, () => {
      const offers = offersOf(facts, host);
      assert.equal(shareOne(offers, objective), expected !== undefined);
      const given = new Set(offers.map(({ choice }) => choice.copy?.participant.entry.name));
      assert.deepEqual([...given], [expected]);
    });
  }

  it('leaves packages that need others to the search', () => {
    const entry = remote('a', { a: '1.0.0', b: { version: '1.0.0', imports: { a: '*' } } });
    const packages = packagesOf([entry]);
    assert.equal(shareOne(packages.get('b') ?? [], 'fewest-bytes'), false);
  });

  it('has nothing to do, if all is settled', () => {
    const offers = offersOf(['3.1.0 ^3.0.0', '4.0.0 ^4.0.0']);
    for (const offer of offers) offer.choice = createChoice(offer);
    assert.equal(shareOne(offers, 'fewest-bytes'), true);
  });
});
