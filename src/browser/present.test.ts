import { expect } from '@esm-bundle/chai';
import { present } from './present.js';

describe('present', () => {
  it('leaves out what says nothing, and keeps what says no', () => {
    const options = { a: undefined, b: null, c: Number('10s'), d: 0, e: '', f: false, g: [] };
    expect(present<object>(options)).to.deep.equal({ d: 0, e: '', f: false, g: [] });
  });
});
