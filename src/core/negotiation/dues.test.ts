import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { familyOf, offerOf } from '../../../test/node/negotiation/family-of.js';
import { remote } from '../../../test/node/negotiation/remote.js';
import { Answers } from './answers.js';
import { createConsumers } from './consumers.js';
import { Dues } from './dues.js';
import { Effort } from './effort.js';
import type { Demand, Offer } from './offer.js';

/** Each wants lit as it says; the sizes tell them apart. */
const ask = (
  ...facts: readonly [version: string, range: string, bytes: number][]
): [Demand[], (index: number) => Offer] => {
  const family = familyOf(
    facts.map(([version, range, bytes], index) => remote(`r${index}`, { lit: { version, range, bytes } })),
  );
  const consumers = createConsumers(family, 'fewest-bytes', new Answers('fewest-bytes', new Effort(1000)));
  return [consumers.flatMap(({ demands }) => demands), (index) => offerOf(family, `r${index}`, 'lit')];
};

describe('Dues', () => {
  it('are the sizes of all copies of those who cannot share', () => {
    const [demands] = ask(['1.0.0', '^1.0.0', 10], ['2.0.0', '^2.0.0', 20]);
    assert.equal(new Dues(demands).bytes, 30);
  });

  it('are the size of the smaller copy, where both would do', () => {
    const [demands] = ask(['1.0.0', '^1.0.0', 10], ['1.1.0', '^1.0.0', 20]);
    assert.equal(new Dues(demands).bytes, 10);
  });

  it('ask less of those who can choose, if others have to pay for what they can choose', () => {
    const [demands] = ask(['1.0.0', '1.0.0', 10], ['1.1.0', '1.1.0', 20], ['1.2.0', '^1.0.0', 40]);
    assert.equal(new Dues(demands).bytes, 30);
  });

  it('are paid by a copy for all who could be given it, once', () => {
    const [demands, copyOf] = ask(['1.0.0', '^1.0.0', 10], ['1.1.0', '>=1.0.0', 10], ['2.0.0', '^2.0.0', 20]);
    const dues = new Dues(demands);
    assert.equal(dues.bytes, 30);
    assert.equal(dues.pay(copyOf(1)), 10);
    assert.equal(dues.pay(copyOf(0)), 0);
    assert.equal(dues.owe(copyOf(1)), 0);
    assert.equal(dues.owe(copyOf(0)), 10);
    assert.equal(dues.bytes, 30);
  });

  it('are none where a copy that will do is in use', () => {
    const [demands, copyOf] = ask(['1.0.0', '^1.0.0', 10], ['1.1.0', '^1.0.0', 20]);
    copyOf(0).users = 1;
    assert.equal(new Dues(demands).bytes, 0);
  });

  it('are more than anything costs, if what is spared is all that will do', () => {
    const [demands, copyOf] = ask(['1.0.0', '^1.0.0', 10]);
    assert.ok(new Dues(demands, copyOf(0)).bytes > 1e12);
  });
});
