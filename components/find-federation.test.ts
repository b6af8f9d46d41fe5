import { expect } from '@esm-bundle/chai';
import { createFederation } from '../src/browser/create-federation.js';
import { findFederation, hostPatience } from './find-federation.js';

const never = new AbortController().signal;

// One after the other: once this page has a federation it keeps it.
describe('findFederation', () => {
  it('gives up at once when it is told to', async () => {
    const ending = new AbortController();
    const found = findFederation('cart', ending.signal);
    ending.abort('enough');
    expect(await found.catch((reason: unknown) => reason)).to.equal('enough');
  });

  it('gives up in the end on a page without a host', async () => {
    const error = await findFederation('cart', never).catch((reason) => reason);
    expect(error.code).to.equal('host-missing');
    expect(error.details).to.deep.equal({ remote: 'cart', waited: hostPatience });
  });

  it('finds a federation that is started later', async () => {
    const found = findFederation('cart', never);
    const federation = createFederation();
    expect(await found).to.equal(federation);
  });

  it('finds the one that is there', async () => {
    expect(await findFederation('cart', never)).to.equal(createFederation());
  });
});
