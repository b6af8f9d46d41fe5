import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { familyOf, offerOf } from '../../../test/node/negotiation/family-of.js';
import { remote, type SharedFacts } from '../../../test/node/negotiation/remote.js';
import { Answers } from './answers.js';
import { type Consumer, createConsumers } from './consumers.js';
import { Effort } from './effort.js';
import { createChoice, type Offer } from './offer.js';
import type { Objective } from './prefer.js';

const consumersOf = (family: readonly Offer[], objective: Objective = 'fewest-bytes'): Consumer[] =>
  createConsumers(family, objective, new Answers(objective, new Effort(1000)));

const membersOf = (entries: ReturnType<typeof remote>[], host?: ReturnType<typeof remote>): string[] =>
  consumersOf(familyOf(entries, host)).map(({ members }) => members.flatMap(({ names }) => names).join());

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
    const [consumer] = consumersOf(familyOf(['a', 'b', 'c'].map((name) => remote(name, { lit: '3.1.0 ^3.0.0' }))));
    assert.equal(consumer?.demands[0]?.weight, 3);
  });

  it('asks nothing for those that are given something already', () => {
    const family = familyOf([remote('a', { lit: '3.1.0' }), remote('b', { lit: '3.1.0' })]);
    offerOf(family, 'a', 'lit').choice = createChoice(offerOf(family, 'a', 'lit'));
    assert.deepEqual(
      consumersOf(family).map(({ members }) => members[0]?.entry.name),
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
    consumersOf(family);
    const [r0, r1, r2, r3] = [0, 1, 2, 3].map((index) => offerOf(family, `r${index}`, 'ui')) as [
      Offer,
      Offer,
      Offer,
      Offer,
    ];
    assert.deepEqual(
      [r0, r1, r2, r3].map(({ rank }) => rank.better),
      [undefined, r0, undefined, undefined],
    );
  });

  it('looks at one of several copies that are alike and import nothing, and at all that may have to be wired apart', () => {
    const ui: SharedFacts = { version: '1.0.0', range: '*', imports: { core: '*' } };
    const family = familyOf(['a', 'b', 'c'].map((name) => remote(name, { core: '15.0.0 *', ui })));
    consumersOf(family);
    const rivals = ['core', 'ui'].map((packageName) => offerOf(family, 'c', packageName).rank.rivals.length);
    assert.deepEqual(rivals, [1, 3]);
  });

  it('does not take a copy that others may not be given for one like those that they may', () => {
    const family = familyOf([remote('a', { lit: '3.1.0' }, { provides: false }), remote('b', { lit: '3.1.0' })]);
    offerOf(family, 'a', 'lit').choice = createChoice(offerOf(family, 'a', 'lit'));
    const [consumer] = consumersOf(family);
    assert.deepEqual(
      consumer?.demands[0]?.answers?.map(({ copy }) => copy.participant.entry.name),
      ['b'],
    );
  });

  it('knows who can hardly choose', () => {
    const family = familyOf([remote('a', { lit: '3.1.0 ~3.1.0' }), remote('b', { lit: '3.2.0 ^3.0.0' })]);
    assert.deepEqual(
      consumersOf(family).map(({ freedom }) => freedom),
      [1, 2],
    );
  });
});
