import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { createLimiter } from './create-limiter.js';

describe('a limiter', () => {
  it('does so many things at once and no more, in the order of the calls, and gives back what comes of each', async () => {
    const limited = createLimiter(3);
    const begun: number[] = [];
    let running = 0;
    let most = 0;
    const work = async (number: number): Promise<number> => {
      begun.push(number);
      running += 1;
      most = Math.max(most, running);
      await setImmediate();
      running -= 1;
      return number * 2;
    };
    const numbers = Array.from({ length: 20 }, (_, index) => index);
    const results = await Promise.all(numbers.map((number) => limited(() => work(number))));
    assert.deepEqual(
      results,
      numbers.map((number) => number * 2),
    );
    assert.deepEqual(begun, numbers);
    assert.equal(most, 3);
  });

  it('goes on after what fails', async () => {
    const limited = createLimiter(1);
    const failing = limited(() => Promise.reject(new Error('no')));
    const next = limited(async () => 'yes');
    await assert.rejects(failing);
    assert.equal(await next, 'yes');
  });
});
