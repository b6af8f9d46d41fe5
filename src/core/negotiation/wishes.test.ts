import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { familyOf } from '../../../test/node/negotiation/family-of.js';
import { remote } from '../../../test/node/negotiation/remote.js';
import { Effort } from './effort.js';
import { collectWishes, type Party } from './wishes.js';

const family = familyOf([
  remote('a', { core: '17.0.0 ^16.0.0', ui: { version: '1.0.0', range: '*', imports: { core: '^17.0.0' } } }),
  remote('b', { core: '17.1.0 ^17.0.0' }),
]);
const nameOf = ({ participant, reaches }: Party): string =>
  `${participant.entry.name}: ${[...reaches].sort().join(' ')}`;

describe('collectWishes', () => {
  const wishes = collectWishes(family, new Effort(100)) ?? [];

  it('tells what is wished, by whom, and whoever gets to that gets to what', () => {
    const said = wishes.map(({ terms, askers }) => [terms.packageName, terms.range, ...askers.map(nameOf)]);
    assert.deepEqual(said, [
      ['core', '^16.0.0', 'a: core ui'],
      ['ui', '*', 'a: core ui'],
      ['core', '^17.0.0', 'a: core ui'],
      ['core', '^17.0.0', 'b: core'],
    ]);
  });

  it('tells the copies that might be given, own ones in any case', () => {
    const options = wishes.map(({ options }) => [...options.keys()].map(({ version }) => version));
    assert.deepEqual(options, [['17.0.0'], ['1.0.0'], ['17.0.0', '17.1.0'], ['17.0.0', '17.1.0']]);
    assert.deepEqual([...(wishes[0]?.options.values() ?? [])].flat().map(nameOf), ['a: core']);
  });

  it('gives up, if too little may be spent', () => {
    assert.equal(collectWishes(family, new Effort(3)), undefined);
  });
});
