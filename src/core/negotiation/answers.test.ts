import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { familyOf, offerOf } from '../../../test/node/negotiation/family-of.js';
import { remote, type SharedFacts } from '../../../test/node/negotiation/remote.js';
import { Answers } from './answers.js';
import { type Consumer, createConsumers } from './consumers.js';
import { Effort } from './effort.js';
import type { Demand, Offer } from './offer.js';

interface Asked {
  readonly answers: Answers;
  readonly family: readonly Offer[];
  readonly consumers: readonly Consumer[];
  /** What each may be given. */
  readonly versions: () => (string | undefined)[][];
}

const ask = (facts: readonly (string | SharedFacts)[], looks = 1000): Asked => {
  const family = familyOf(facts.map((lit, index) => remote(`r${index}`, { lit })));
  const answers = new Answers('fewest-bytes', new Effort(looks));
  const consumers = createConsumers(family, 'fewest-bytes', answers);
  const versionsOf = (demand: Demand): (string | undefined)[] =>
    answers.to(demand).map(({ copy }) => copy.terms.version);
  return {
    answers,
    family,
    consumers,
    versions: () => consumers.map(({ demands }) => versionsOf(demands[0] as Demand)),
  };
};

describe('Answers', () => {
  it('are the own copy and those that nothing speaks against, the better first', () => {
    assert.deepEqual(ask(['2.0.0 ^3.0.0', '3.1.0 3.1.0', '3.2.0 ^3.2.0', '4.0.0 ^4.0.0']).versions(), [
      ['3.2.0', '3.1.0', '2.0.0'],
      ['3.1.0'],
      ['3.2.0'],
      ['4.0.0'],
    ]);
  });

  it('are also those outside of a range that is only a wish, at the cost of a warning', () => {
    const { consumers } = ask([{ version: '2.0.0', range: '^2.0.0', strictVersion: false }, '3.0.0 ^3.0.0']);
    const moves = consumers[0]?.demands[0]?.answers ?? [];
    assert.deepEqual(
      moves.map(({ copy, cost }) => [copy.terms.version, ...cost]),
      [
        ['3.0.0', 0, 1, -1, 1],
        ['2.0.0', 0, 0, 0, 0],
      ],
    );
  });

  it('begin with the own copy, or a better one that is just like it', () => {
    const { answers, family, consumers } = ask(['3.1.0 ^3.0.0', '3.1.0 ~3.1.0', '3.1.0 ^4.0.0']);
    const own = consumers.map(({ demands }) => answers.own(demands[0] as Demand).copy);
    assert.deepEqual(
      own,
      [0, 0, 2].map((index) => offerOf(family, `r${index}`, 'lit')),
    );
  });

  it('give a certain copy only to those who may be given it', () => {
    const { answers, family, consumers } = ask(['3.1.0 ^3.0.0', '3.2.0 ~3.2.0']);
    const copy = offerOf(family, 'r0', 'lit');
    const isPossible = consumers.map(({ demands }) => answers.giving(copy, demands[0] as Demand) !== undefined);
    assert.deepEqual(isPossible, [true, false]);
  });

  it('are the nearest versions, if there are too many to look at all, and in any case the own one', () => {
    const facts = Array.from({ length: 9 }, (_, minor) => `3.${minor}.0 ^3.0.0 || 3.${minor}.0`);
    assert.deepEqual(ask(facts, 9 * 4 * 3).versions()[4], ['3.5.0', '3.4.0', '3.3.0']);
    assert.deepEqual(ask(facts, 0).versions()[4], ['3.4.0']);
  });
});
