import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { familyOf, offerOf } from '../../../test/node/negotiation/family-of.js';
import { remote, type SharedFacts } from '../../../test/node/negotiation/remote.js';
import { createConsumers } from './consumers.js';
import { createChoice } from './offer.js';

const membersOf = (entries: ReturnType<typeof remote>[], host?: ReturnType<typeof remote>): string[] =>
  createConsumers(familyOf(entries, host), 'fewest-bytes').map(({ members }) =>
    members.flatMap(({ names }) => names).join(),
  );

describe('createConsumers', () => {
  it('takes remotes that ask the same for one, whatever they ship', () => {
    const entries = [
      remote('a', { lit: '3.1.0 ^3.0.0' }),
      remote('b', { lit: '3.3.0 ^3.0.0' }),
      remote('c', { lit: '3.3.0 ^3.1.0' }),
    ];
    assert.deepEqual(membersOf(entries), ['a,b', 'c']);
  });

  it('leaves those apart that accept their own copy only because it is theirs', () => {
    const entries = [
      remote('a', { lit: '2.0.0 ^3.0.0' }),
      remote('b', { lit: '3.3.0 ^3.0.0' }),
      remote('c', { lit: '3.3.0 ^3.0.0' }, { provides: false }),
    ];
    assert.deepEqual(membersOf(entries), ['a', 'b', 'c']);
    assert.deepEqual(membersOf(entries, entries[1]), ['a', 'b', 'c']);
  });

  it('counts how many remotes a demand stands for', () => {
    const [consumer] = createConsumers(
      familyOf(['a', 'b', 'c'].map((name) => remote(name, { lit: '3.1.0 ^3.0.0' }))),
      'newest',
    );
    assert.equal(consumer?.demands[0]?.weight, 3);
  });

  it('asks nothing for those that are given something already', () => {
    const family = familyOf([remote('a', { lit: '3.1.0' }), remote('b', { lit: '3.1.0' })]);
    offerOf(family, 'a', 'lit').choice = createChoice(offerOf(family, 'a', 'lit'));
    assert.deepEqual(
      createConsumers(family, 'newest').map(({ members }) => members[0]?.entry.name),
      ['b'],
    );
  });

  it('knows which copies are alike', () => {
    const ui = (core: string): SharedFacts => ({ version: '1.0.0', range: '*', imports: { core } });
    const family = familyOf(
      ['^15.0.0', '^15.0.0', '>=15.0.0', '^14.0.0'].map((range, index) =>
        remote(`r${index}`, { core: '15.0.0 *', ui: ui(range) }),
      ),
    );
    createConsumers(family, 'fewest-bytes');
    const [r0, r1, r2, r3] = [0, 1, 2, 3].map((index) => offerOf(family, `r${index}`, 'ui').rank.likeness);
    assert.equal(r0, r1);
    assert.equal(new Set([r0, r2, r3]).size, 3);
  });
});
