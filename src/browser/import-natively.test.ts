import { expect } from '@esm-bundle/chai';
import { echoAddress, origins } from '../../test/browser/support/origins.js';
import { importNatively } from './import-natively.js';

const madeUp = (body: string): string => echoAddress(origins.second, 'module.js', `${body} // ${crypto.randomUUID()}`);

describe('importNatively', () => {
  it('gives the exports of a module', async () => {
    expect((await importNatively(madeUp('export const text = "a";'))).text).to.equal('a');
  });

  it('fails for a module that threw, also the second time', async () => {
    const url = madeUp('export const text = null.x;');
    for (const time of ['first', 'second']) {
      const outcome = await importNatively(url).then(
        () => 'loaded',
        () => 'failed',
      );
      expect(outcome, time).to.equal('failed');
    }
  });
});
