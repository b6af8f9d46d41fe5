import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { remote } from '../../../test/node/negotiation/remote.js';
import type { SharedEntryPoint } from '../remote-entry.js';
import { saysSame } from './says-same.js';

const lit = '3.1.0 ^3.0.0';

describe('saysSame', () => {
  it('compares what is said, not of what', () => {
    const shared = { lit, 'lit/x': lit, vue: '3.5.0 *' };
    const [one, other, third] = remote('a', shared).shared as [SharedEntryPoint, SharedEntryPoint, SharedEntryPoint];
    assert.equal(saysSame(one, other), true);
    assert.equal(saysSame(one, third), false);
  });
});
