import { expect } from '@esm-bundle/chai';
import { Wave } from './wave.js';

const never = new Promise<void>(() => {});

describe('a wave', () => {
  it('closes when all that joined is done, also if some failed', async () => {
    const wave = new Wave();
    wave.join(Promise.resolve(), 60_000);
    wave.join(Promise.reject(new Error('no')), 60_000);
    expect(wave.isClosed).to.equal(false);
    await wave.closed;
    expect(wave.isClosed).to.equal(true);
  });

  it('closes a while after the first answer, whoever is still missing', async () => {
    const wave = new Wave();
    wave.join(never, 0);
    wave.join(Promise.resolve(), 0);
    await wave.closed;
    expect(wave.isClosed).to.equal(true);
  });

  it('waits as long as nobody has answered', async () => {
    const wave = new Wave();
    wave.join(never, 0);
    wave.join(Promise.reject(new Error('no')), 0);
    wave.join(Promise.resolve());
    const first = await Promise.race([wave.closed, new Promise((resolve) => setTimeout(resolve, 30, 'still open'))]);
    expect(first).to.equal('still open');
  });
});
