import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { Effort } from './effort.js';

describe('Effort', () => {
  it('is spent', () => {
    const effort = new Effort(10);
    assert.deepEqual([effort.spend(6), effort.left], [true, 4]);
    assert.deepEqual([effort.spend(4), effort.left], [true, 0]);
  });

  it('is at its end, once something takes more than is left', () => {
    const effort = new Effort(10);
    assert.deepEqual([effort.spend(11), effort.left], [false, 0]);
  });

  it('is lent, and what is not spent is given back', () => {
    const effort = new Effort(10);
    assert.equal(
      effort.lend(6.5, (share) => share.spend(2) && `${share.left} of the share, ${effort.left} beside it`),
      '4 of the share, 4 beside it',
    );
    assert.equal(effort.left, 8);
  });

  it('lends no more than there is', () => {
    assert.equal(
      new Effort(10).lend(100, ({ left }) => left),
      10,
    );
  });
});
