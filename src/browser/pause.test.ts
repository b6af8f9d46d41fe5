import { expect } from '@esm-bundle/chai';
import { pause } from './pause.js';

describe('pause', () => {
  it('ends, after a longer time each time', async () => {
    const waits: number[] = [];
    const original = globalThis.setTimeout;
    // The clock is the one thing that a test cannot wait for.
    globalThis.setTimeout = ((done: () => void, wait: number) => {
      waits.push(wait);
      return original(done);
    }) as typeof setTimeout;
    try {
      for (const attempt of [0, 1, 2]) await pause(attempt);
    } finally {
      globalThis.setTimeout = original;
    }
    const [first = 0, second = 0, third = 0] = waits;
    expect(first).to.be.within(125, 375);
    expect(second).to.be.within(250, 750);
    expect(third).to.be.within(500, 1500);
  });
});
