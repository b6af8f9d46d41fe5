import { expect } from '@esm-bundle/chai';
import { hostMissing } from './host-missing.js';

describe('hostMissing', () => {
  it('tells who waited for how long', () => {
    const { code, details, message } = hostMissing('cart', 1000);
    expect([code, details]).to.deep.equal(['host-missing', { remote: 'cart', waited: 1000 }]);
    expect(message).to.include('"cart"').and.include('1000 ms');
  });
});
