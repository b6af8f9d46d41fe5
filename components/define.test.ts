import { expect } from '@esm-bundle/chai';
import { createRemote } from '../test/browser/support/tags.js';
import { FederationHost } from './federation-host.js';
import { FederationRemote } from './federation-remote.js';

describe('define', () => {
  it('registers nothing before it is imported, and both tags then', async () => {
    expect(customElements.get('federation-remote')).to.equal(undefined);
    const remote = document.createElement('federation-remote');
    Object.assign(remote, { props: { early: true } });
    document.body.append(remote);
    await import('./define.js');
    expect(customElements.get('federation-host')).to.equal(FederationHost);
    expect(customElements.get('federation-remote')).to.equal(FederationRemote);
    expect(remote).to.be.instanceOf(FederationRemote);
    await (remote as FederationRemote).updateComplete;
    expect((remote as FederationRemote).props).to.deep.equal({ early: true });
    remote.remove();
  });

  it('leaves a tag alone that is taken, so that the script may be there twice', () => {
    FederationRemote.define('federation-remote');
    FederationHost.define('federation-host');
    expect(createRemote()).to.be.instanceOf(FederationRemote);
  });

  it('registers a class that extends one of them, under any tag', () => {
    class OwnRemote extends FederationRemote {}
    OwnRemote.define('own-remote');
    expect(document.createElement('own-remote')).to.be.instanceOf(OwnRemote);
  });
});
