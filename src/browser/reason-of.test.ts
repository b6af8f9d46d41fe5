import { expect } from '@esm-bundle/chai';
import { reasonOf } from './reason-of.js';

describe('reasonOf', () => {
  for (const [thrown, reason] of [
    [new TypeError('no'), 'no'],
    ['text', 'text'],
    [undefined, 'undefined'],
    [{ toString: () => 'an object' }, 'an object'],
  ] as const) {
    it(`gives "${reason}" of ${typeof thrown}`, () => expect(reasonOf(thrown)).to.equal(reason));
  }
});
