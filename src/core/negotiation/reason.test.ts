import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { familyOf, offerOf } from '../../../test/node/negotiation/family-of.js';
import { remote, type SharedFacts } from '../../../test/node/negotiation/remote.js';
import type { ReasonCode } from '../agreement.js';
import { reasonFor } from './reason.js';

interface Case {
  readonly wanted: string | SharedFacts;
  readonly shared: string | SharedFacts;
  /** Which of the two it is given; `third` is lit 3.4.0, which accepts everything. */
  readonly given: 'wanted' | 'shared' | 'third';
  readonly reason: ReasonCode;
  readonly ending: string;
  readonly isHost?: boolean;
  readonly isContested?: boolean;
}

const scoped = (version: string): SharedFacts => ({ version, range: '*', shareScope: 'strict' });
const loose = { version: '2.8.0', range: '^2.0.0', strictVersion: false };

const cases: readonly Case[] = [
  {
    wanted: '3.1.0 ^3.0.0',
    shared: '3.1.0',
    given: 'wanted',
    isHost: true,
    reason: 'host',
    ending: ' keeps lit 3.1.0: the host is always given its own',
  },
  {
    wanted: '3.1.0 ^3.0.0',
    shared: '3.3.3',
    given: 'shared',
    isHost: true,
    reason: 'shared',
    ending: ' gets lit 3.3.3 of b: the page shares it, and its range ^3.0.0 accepts it',
  },
  {
    wanted: '3.1.0 ^3.0.0',
    shared: '3.1.0',
    given: 'wanted',
    isContested: false,
    reason: 'only-copy',
    ending: ' keeps lit 3.1.0: no other remote offers one',
  },
  {
    wanted: '3.1.0 ^3.0.0',
    shared: '3.3.3',
    given: 'shared',
    reason: 'shared',
    ending: ' gets lit 3.3.3 of b: the page shares it, and its range ^3.0.0 accepts it',
  },
  {
    wanted: {},
    shared: '3.3.3',
    given: 'shared',
    reason: 'shared',
    ending: ' gets lit 3.3.3 of b: the page shares it, and its range * accepts it',
  },
  {
    wanted: loose,
    shared: '3.3.3',
    given: 'shared',
    reason: 'outside-range',
    ending: ' gets lit 3.3.3 of b: its range ^2.0.0 rejects that, but is only a wish (strictVersion: false)',
  },
  {
    wanted: '2.8.0 ^2.0.0',
    shared: '3.3.3',
    given: 'wanted',
    reason: 'range',
    ending: ' keeps lit 2.8.0: its range ^2.0.0 rejects 3.3.3 of b',
  },
  {
    wanted: '2.8.0 ^3.4.0',
    shared: '3.3.3',
    given: 'third',
    reason: 'range',
    ending: ' gets lit 3.4.0 of c: its range ^3.4.0 rejects 3.3.3 of b',
  },
  {
    wanted: scoped('3.1.0'),
    shared: scoped('3.3.3'),
    given: 'wanted',
    reason: 'equal-version',
    ending: ' keeps lit 3.1.0: its share scope shares equal versions only, not 3.3.3 of b',
  },
  {
    wanted: '3.1.0 ^3.0.0',
    shared: {},
    given: 'wanted',
    reason: 'version-unknown',
    ending: ' keeps lit 3.1.0: its range ^3.0.0 cannot be compared with ? of b',
  },
  {
    wanted: '3.1.0 ^3.0.0',
    shared: '3.3.3',
    given: 'third',
    reason: 'newer',
    ending: ' gets lit 3.4.0 of c: it is newer than 3.3.3 of b',
  },
  {
    wanted: '3.1.0 ^3.0.0',
    shared: '3.3.3',
    given: 'wanted',
    reason: 'goes-with',
    ending: ' keeps lit 3.1.0: 3.3.3 of b does not go together with what else it uses',
  },
];

describe('reasonFor', () => {
  for (const { wanted, shared, given, reason, ending, isHost, isContested = true } of cases) {
    it(`says ${reason}:${ending}`, () => {
      const entries = [remote('a', { lit: wanted }), remote('b', { lit: shared }), remote('c', { lit: '3.4.0' })];
      const family = familyOf(entries, isHost ? entries[0] : undefined);
      const [a, b, c] = ['a', 'b', 'c'].map((name) => offerOf(family, name, 'lit')) as [
        ReturnType<typeof offerOf>,
        ...ReturnType<typeof offerOf>[],
      ];
      const copies = { wanted: a, shared: b, third: c };
      const found = reasonFor(a, copies[given] ?? a, b ?? a, isContested);
      assert.deepEqual([found.reason, found.ending], [reason, ending]);
    });
  }

  it('says own-shared, entry-points and not-provided, too', () => {
    const entries = [
      remote('a', { lit: '3.1.0 ^3.0.0', 'lit/a.js': '3.1.0 ^3.0.0' }),
      remote('b', { lit: '3.3.3' }),
      remote('c', { lit: '3.3.3' }, { provides: false }),
    ];
    const family = familyOf(entries);
    const [a, b, c] = ['a', 'b', 'c'].map((name) => offerOf(family, name, 'lit')) as [
      ReturnType<typeof offerOf>,
      ReturnType<typeof offerOf>,
      ReturnType<typeof offerOf>,
    ];
    assert.equal(reasonFor(a, a, a, true).reason, 'own-shared');
    assert.equal(reasonFor(a, a, b, true).reason, 'entry-points');
    assert.equal(reasonFor(a, a, c, true).reason, 'not-provided');
  });
});
