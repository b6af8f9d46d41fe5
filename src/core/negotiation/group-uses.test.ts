import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { remote } from '../../../test/node/negotiation/remote.js';
import { negotiate } from '../negotiate.js';
import { groupUses } from './group-uses.js';

describe('groupUses', () => {
  it('puts those together that import the same of the same copy', () => {
    const { packages } = negotiate([
      remote('a', { lit: '2.0.0 ^2.0.0' }),
      remote('b', { lit: '3.0.0 ^3.0.0' }),
      remote('c', { lit: '2.0.0 ^2.0.0' }),
    ]);
    assert.deepEqual(
      groupUses(packages[0]?.decisions ?? []).map(({ copy, specifiers, consumers }) => [
        copy.version,
        specifiers,
        consumers,
      ]),
      [
        ['2.0.0', ['lit'], ['a', 'c']],
        ['3.0.0', ['lit'], ['b']],
      ],
    );
  });

  it('groups nothing, if nothing is decided', () => assert.deepEqual(groupUses([]), []));
});
