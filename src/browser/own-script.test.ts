import { expect } from '@esm-bundle/chai';
import { ownScript } from './own-script.js';

describe('ownScript', () => {
  it('is nothing in a module, which cannot see its own', () => {
    expect(ownScript).to.equal(null);
  });
});
