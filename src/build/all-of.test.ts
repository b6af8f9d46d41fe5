import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as later } from 'node:timers/promises';
import { allOf } from './all-of.js';

describe('all of several promises', () => {
  it('are their values, in their order', async () => {
    assert.deepEqual(await allOf([later('slow'), Promise.resolve('fast'), 'there']), ['slow', 'fast', 'there']);
  });

  it('fail with the first of the list that failed, once all are done', async () => {
    const done: string[] = [];
    const fail = async (name: string, before: Promise<unknown>): Promise<never> => {
      await before;
      done.push(name);
      throw new Error(name);
    };
    const fast = fail('fast', Promise.resolve());
    const slow = fail('slow', later());
    const slowest = slow.catch(() => later()).then(() => done.push('slowest'));
    await assert.rejects(allOf([slow, fast, slowest]), { message: 'slow' });
    assert.deepEqual(done, ['fast', 'slow', 'slowest']);
  });
});
