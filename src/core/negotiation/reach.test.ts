import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { familyOf, offerOf } from '../../../test/node/negotiation/family-of.js';
import { remote } from '../../../test/node/negotiation/remote.js';
import { createConsumers } from './consumers.js';
import type { Demand } from './offer.js';
import { ask, Reach } from './reach.js';

const ui = { version: '1.0.0', range: '*', imports: { core: '*' } };
const family = familyOf(['a', 'b', 'c'].map((name) => remote(name, { core: '15.0.0 *', ui })));
const [consumer] = createConsumers(family, 'fewest-bytes');
const [core, copy] = ['core', 'ui'].map((name) => consumer?.demands.find(({ wish }) => wish.packageName === name)) as [
  Demand,
  Demand,
];
const namesOf = (reach: Reach, demand: Demand): string[] =>
  reach.optionsOf(demand).map(({ participant }) => participant.entry.name);

describe('Reach', () => {
  it('gives what a copy asks when it is reached first', () => {
    const reach = new Reach();
    assert.deepEqual(
      reach.add({ demand: copy, copy: copy.own }).map(({ wish }) => wish.packageName),
      ['core'],
    );
    assert.deepEqual(reach.add({ demand: copy, copy: copy.own }), []);
  });

  it('offers one of several copies that are alike, and those that are in use first', () => {
    const reach = new Reach();
    assert.deepEqual(namesOf(reach, core), ['a']);
    offerOf(family, 'c', 'core').users = 1;
    assert.deepEqual(namesOf(reach, core), ['c', 'a']);
    offerOf(family, 'c', 'core').users = 0;
  });

  it('offers nothing else, once a singleton is found', () => {
    const reach = new Reach();
    reach.add({ demand: core, copy: offerOf(family, 'b', 'core') });
    const [need] = reach.add({ demand: copy, copy: copy.own });
    assert.deepEqual(namesOf(reach, need as Demand), ['b']);
    reach.pop();
    reach.pop();
    assert.deepEqual(reach.moves, []);
    assert.deepEqual(namesOf(reach, need as Demand), ['a']);
  });

  it('offers nothing else than what was chosen for the same place', () => {
    core.choice.copy = offerOf(family, 'c', 'core');
    assert.deepEqual(namesOf(new Reach(), core), ['c']);
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
