import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { type RemoteFacts, remote, type SharedFacts } from '../../../test/node/negotiation/remote.js';
import { isCovered, isOutsideRange, objectionTo } from './objection.js';
import type { Offer } from './offer.js';
import { readParticipants } from './read-participants.js';

const offers = (...facts: (string | SharedFacts)[]): Offer[] =>
  readParticipants(
    facts.map((lit, index) => remote(`r${index}`, { lit })),
    undefined,
  ).participants.map(({ offers: [offer] }) => offer as Offer);

const cases: readonly [objection: string | undefined, wish: string | SharedFacts, copy: string | SharedFacts][] = [
  [undefined, '3.1.0 ^3.0.0', '3.3.3 ^3.0.0'],
  [undefined, { version: '3.1.0' }, { version: 'unknown' }],
  ['range', '3.1.0 ^3.0.0', '4.0.0 ^4.0.0'],
  ['range', '3.1.0 ^3.0.0', '3.2.0-rc.1 ^3.0.0'],
  ['version-unknown', '3.1.0 latest', '3.1.0 latest'],
  ['version-unknown', '3.1.0 ^3.0.0', {}],
  ['not-provided', '3.1.0 ^3.0.0', { version: '3.1.0', shareScope: 'team' }],
  [undefined, { version: '3.1.0', shareScope: 'strict' }, { version: '3.1.0', shareScope: 'strict' }],
  ['equal-version', { version: '3.1.0', shareScope: 'strict' }, { version: '3.1.1', shareScope: 'strict' }],
  ['equal-version', { shareScope: 'strict' }, { shareScope: 'strict' }],
];

describe('objectionTo', () => {
  for (const [expected, wish, copy] of cases) {
    it(`says ${expected ?? 'nothing'} of ${JSON.stringify(copy)} for ${JSON.stringify(wish)}`, () => {
      const [one, other] = offers(wish, copy) as [Offer, Offer];
      assert.equal(objectionTo(one.terms, other.terms), expected);
      assert.equal(objectionTo(one.terms, other.terms), expected);
    });
  }

  const other: readonly [objection: string, shared: Record<string, string>, facts: RemoteFacts][] = [
    ['entry-points', { lit: '3.3.3 ^3.0.0', 'lit/b.js': '3.3.3 ^3.0.0' }, {}],
    ['not-provided', { lit: '3.3.3 ^3.0.0', 'lit/a.js': '3.3.3 ^3.0.0' }, { provides: false }],
    ['not-provided', { lit: '3.3.3 ^3.0.0', 'lit/a.js': '3.3.3 ^3.0.0' }, { provides: ['vue'] }],
  ];
  for (const [expected, shared, facts] of other) {
    it(`says ${expected} of ${Object.keys(shared)} and ${JSON.stringify(facts)} for lit and lit/a.js`, () => {
      const wish = remote('a', { lit: '3.3.3 ^3.0.0', 'lit/a.js': '3.3.3 ^3.0.0' });
      const [one, copy] = readParticipants([wish, remote('b', shared, facts)], undefined).participants.map(
        ({ offers: [offer] }) => offer?.terms,
      );
      assert.ok(one && copy);
      assert.equal(objectionTo(one, copy), expected);
    });
  }
});

describe('isOutsideRange', () => {
  it('is so for a wish that is not met, and for no condition', () => {
    const strict = { version: '3.1.0', range: '^3.0.0' };
    const [wish, condition, copy] = offers({ ...strict, strictVersion: false }, strict, '4.0.0 ^4.0.0') as [
      Offer,
      Offer,
      Offer,
    ];
    assert.equal(isOutsideRange(wish.terms, copy.terms), true);
    assert.equal(isOutsideRange(condition.terms, copy.terms), false);
    assert.equal(isOutsideRange(wish.terms, condition.terms), false);
  });
});

describe('isCovered', () => {
  it('is so if none is missing', () => {
    assert.equal(isCovered(['a', 'b'], ['c', 'b', 'a']), true);
    assert.equal(isCovered(['a', 'd'], ['c', 'b', 'a']), false);
    assert.equal(isCovered([], []), true);
  });
});
