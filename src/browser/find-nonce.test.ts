import { expect } from '@esm-bundle/chai';
import { findNonce } from './find-nonce.js';

describe('findNonce', () => {
  it('finds none where no script has one', () => expect(findNonce()).to.equal(''));

  it('finds that of the first script that has one', () => {
    const script = document.createElement('script');
    script.type = 'text/plain';
    script.setAttribute('nonce', 'a1');
    document.head.append(script);
    expect(findNonce()).to.equal('a1');
    script.remove();
  });
});
