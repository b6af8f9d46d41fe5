import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { familyOf } from '../../../test/node/negotiation/family-of.js';
import { remote } from '../../../test/node/negotiation/remote.js';
import { Answers } from './answers.js';
import { createConsumers } from './consumers.js';
import { Dues } from './dues.js';
import { Effort } from './effort.js';
import { Ledger } from './ledger.js';
import type { Demand, Move } from './offer.js';
import type { Objective } from './prefer.js';

/** The moves by which two are given the copy of the first, which is the smaller and older one. */
const movesFor = (objective: Objective): Move[] => {
  const family = familyOf([
    remote('a', { lit: { version: '3.1.0', range: '~3.1.0', bytes: 10 } }),
    remote('b', { lit: { version: '3.2.0', range: '^3.0.0', bytes: 20 } }),
  ]);
  const answers = new Answers(objective, new Effort(1000));
  const demands = createConsumers(family, objective, answers).map((consumer) => consumer.demands[0] as Demand);
  return demands.map((demand) => answers.giving((demands[0] as Demand).own, demand) as Move);
};

describe('Ledger', () => {
  it('counts a copy once, and what each answer costs beyond the best', () => {
    const ledger = new Ledger('fewest-bytes');
    for (const move of movesFor('fewest-bytes')) ledger.give(move);
    assert.deepEqual(ledger.cost, [10, 0, 1, -1]);
  });

  it('counts ages first, if the newest are preferred', () => {
    const ledger = new Ledger('newest');
    for (const move of movesFor('newest')) ledger.give(move);
    assert.deepEqual(ledger.cost, [1, 10, 0, -1]);
  });

  it('knows who was given what, until that is taken back', () => {
    const ledger = new Ledger('fewest-bytes');
    const moves = movesFor('fewest-bytes');
    for (const move of moves) ledger.give(move);
    for (const { demand, copy } of moves) assert.deepEqual([demand.choice.copy, copy.users], [copy, 2]);
    for (const move of moves) ledger.takeBack(move);
    for (const { demand, copy } of moves) assert.deepEqual([demand.choice.copy, copy.users], [undefined, 0]);
    assert.deepEqual(ledger.cost, [0, 0, 0, 0]);
  });

  it('counts in advance what is due, until it is paid', () => {
    const ledger = new Ledger('fewest-bytes');
    const [move] = movesFor('fewest-bytes') as [Move];
    ledger.expect(new Dues([move.demand]));
    assert.equal(ledger.cost[0], 10);
    ledger.give(move);
    assert.equal(ledger.cost[0], 10);
    ledger.takeBack(move);
    ledger.expect(new Dues([]));
    assert.equal(ledger.cost[0], 0);
  });
});
