import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { packagesOf } from '../../../test/node/negotiation/family-of.js';
import { remote } from '../../../test/node/negotiation/remote.js';
import { type Objective, prefer } from './prefer.js';

const entries = [
  remote('a', { lit: { version: '3.1.0', bytes: 10 } }),
  remote('b', { lit: { version: '3.3.0', bytes: 20 } }),
  remote('c', { lit: { version: '3.2.0', bytes: 10 } }),
  remote('d', { lit: { version: '3.3.0', bytes: 10 } }),
  remote('e', { lit: { bytes: 10 } }),
  remote('f', { lit: { version: '3.3.0', bytes: 10 } }),
];

describe('prefer', () => {
  const cases: readonly [objective: Objective, expected: string][] = [
    ['fewest-bytes', 'd,f,c,a,e,b'],
    ['newest', 'd,f,b,c,a,e'],
  ];
  for (const [objective, expected] of cases) {
    it(`orders by ${objective} first, and by the remotes at last`, () => {
      const offers = [...(packagesOf(entries).get('lit') ?? [])];
      assert.equal(
        offers
          .sort(prefer(objective))
          .map(({ participant }) => participant.entry.name)
          .join(),
        expected,
      );
    });
  }
});
