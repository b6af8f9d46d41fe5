import { expect } from '@esm-bundle/chai';
import { besideScript } from './beside-script.js';

describe('besideScript', () => {
  it('gives the address of a file in the folder of this one', () => {
    expect(besideScript('other.js')).to.equal(`${location.origin}/src/browser/other.js`);
  });
});
