import { expect } from '@esm-bundle/chai';
import { until } from '../../../test/browser/support/until.js';
import { preloadContract } from './preload-contract.js';

const isFetched = (name: string): boolean =>
  performance.getEntriesByType('resource').some((entry) => entry.name.includes(name));

describe('preloadContract', () => {
  it('fetches nothing for plain contracts', () => {
    for (const contract of [undefined, 'mount', 'element', 'define']) preloadContract(contract);
    expect(isFetched('/recognise-contract.')).to.equal(false);
  });

  it('fetches what recognises the others, and the adapter of a framework', async () => {
    preloadContract('vue');
    await until(() => isFetched('/recognise-contract.') && isFetched('/adapters/vue.'), true);
  });
});
