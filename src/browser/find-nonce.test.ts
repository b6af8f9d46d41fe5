import { expect } from '@esm-bundle/chai';
import { findNonce, findOwnNonce } from './find-nonce.js';

describe('findNonce', () => {
  it('finds none where no script has one', () => {
    expect(findNonce()).to.equal('');
    expect(findOwnNonce()).to.equal('');
  });

  it('finds that of any element: a page may trust the host tag, and not the script', () => {
    const element = document.createElement('federation-host');
    element.setAttribute('nonce', 'b2');
    document.body.append(element);
    expect(findNonce()).to.equal('b2');
    expect(findOwnNonce()).to.equal('');
    element.remove();
  });

  it('finds that of the first script that has one', () => {
    const script = document.createElement('script');
    script.type = 'text/plain';
    script.setAttribute('nonce', 'a1');
    document.head.append(script);
    expect(findNonce()).to.equal('a1');
    // This is a module, so it might have the nonce, or not.
    expect(findOwnNonce()).to.equal(undefined);
    script.remove();
  });
});
