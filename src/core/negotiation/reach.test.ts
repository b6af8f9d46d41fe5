import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { familyOf, offerOf } from '../../../test/node/negotiation/family-of.js';
import { remote } from '../../../test/node/negotiation/remote.js';
import { Answers } from './answers.js';
import { createConsumers } from './consumers.js';
import { Effort } from './effort.js';
import type { Demand, Move, Offer } from './offer.js';
import { ask, Reach } from './reach.js';

const ui = { version: '1.0.0', range: '*', imports: { core: '*' } };
const family = familyOf(['a', 'b', 'c'].map((name) => remote(name, { core: `15.0.${name === 'a' ? 1 : 0} *`, ui })));
const answers = new Answers('fewest-bytes', new Effort(1000));
const [consumer] = createConsumers(family, 'fewest-bytes', answers);
const [core, copy] = ['core', 'ui'].map((name) => consumer?.demands.find(({ wish }) => wish.packageName === name)) as [
  Demand,
  Demand,
];
const namesOf = (reach: Reach, demand: Demand, spared?: Offer): string[] =>
  reach.optionsOf(demand, answers, spared).map(({ copy }) => copy.participant.entry.name);
const giving = (remote: string, demand: Demand): Move =>
  answers.giving(offerOf(family, remote, demand.wish.packageName), demand) as Move;

describe('Reach', () => {
  it('gives what a copy asks when it is reached first', () => {
    const reach = new Reach();
    const names = reach.add(giving('a', copy)).map(({ wish }) => wish.packageName);
    assert.deepEqual(names, ['core']);
    assert.deepEqual(reach.add(giving('a', copy)), []);
    assert.equal(reach.has(offerOf(family, 'a', 'ui')), true);
    assert.equal(reach.has(offerOf(family, 'b', 'ui')), false);
  });

  it('offers one of several copies that are alike, and those that are in use first', () => {
    const reach = new Reach();
    assert.deepEqual(namesOf(reach, copy), ['a']);
    offerOf(family, 'c', 'ui').users = 1;
    assert.deepEqual(namesOf(reach, copy), ['c', 'a']);
    offerOf(family, 'c', 'ui').users = 0;
    assert.deepEqual(namesOf(reach, core), ['a', 'b']);
  });

  it('does not offer what is to be spared', () => {
    assert.deepEqual(namesOf(new Reach(), core, offerOf(family, 'a', 'core')), ['b']);
  });

  it('offers nothing else, once a singleton is found', () => {
    const reach = new Reach();
    reach.add(giving('b', core));
    const [need] = reach.add(giving('a', copy)) as [Demand];
    assert.deepEqual(namesOf(reach, need), ['b']);
    assert.deepEqual(namesOf(reach, need, offerOf(family, 'b', 'core')), []);
    reach.pop();
    reach.pop();
    assert.equal(reach.pop(), undefined);
    assert.deepEqual(reach.moves, []);
    assert.deepEqual(namesOf(reach, need), ['a', 'b']);
  });

  it('offers nothing else than what was chosen for the same place, and nothing where that would be a second copy', () => {
    core.choice.copy = offerOf(family, 'b', 'core');
    const reach = new Reach();
    assert.deepEqual(namesOf(reach, core), ['b']);
    reach.add(giving('a', core));
    assert.deepEqual(namesOf(reach, core), []);
    core.choice.copy = undefined;
  });
});

describe('ask', () => {
  it('puts demands before the rest, in their order', () => {
    const agenda = ask([core], ask([copy]));
    assert.deepEqual([agenda?.demand, agenda?.rest?.demand, agenda?.rest?.rest], [core, copy, undefined]);
    assert.equal(ask([]), undefined);
  });
});
