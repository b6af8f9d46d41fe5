import { expect } from '@esm-bundle/chai';
import { asObject } from './contract.js';

describe('asObject', () => {
  for (const value of [{}, [], new Date()])
    it(`takes ${JSON.stringify(value)}`, () => expect(asObject(value)).to.equal(value));
  for (const value of [null, undefined, 'text', 1, () => {}]) {
    it(`does not take ${value}`, () => expect(asObject(value)).to.equal(undefined));
  }
});
