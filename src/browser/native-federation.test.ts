import { expect } from '@esm-bundle/chai';
import { entries, failureOf } from '../../test/browser/support/remotes.js';
import { RuntimePage } from '../../test/browser/support/runtime-page.js';

const { alpha, beta } = entries;

describe('for users of Native Federation, a page', () => {
  let page: RuntimePage;
  beforeEach(async () => {
    page = await RuntimePage.open();
  });
  afterEach(() => page.close());

  it('starts with a manifest, and loads by two names', async () => {
    const { initFederation, loadRemoteModule } = page.federation;
    await initFederation({ alpha, beta });
    expect((await loadRemoteModule('alpha', './Main')).name).to.equal('alpha');
    expect((await loadRemoteModule({ remoteName: 'beta', exposedModule: './Main' })).name).to.equal('beta');
  });

  it('starts with the URL of a manifest', async () => {
    const { initFederation, loadRemoteModule } = page.federation;
    await initFederation(alpha.replace('alpha/remoteEntry.json', 'manifest.json'));
    expect((await loadRemoteModule('alpha', './Main')).name).to.equal('alpha');
  });

  it('starts without a manifest, and loads a remote by the URL of its entry', async () => {
    const { initFederation, loadRemoteModule } = page.federation;
    await initFederation();
    const loaded = await loadRemoteModule({ remoteName: 'alpha', exposedModule: './Main', remoteEntry: alpha });
    expect(loaded.name).to.equal('alpha');
  });

  it('starts twice', async () => {
    const { initFederation, loadRemoteModule } = page.federation;
    await Promise.all([initFederation({ alpha }), initFederation({ beta })]);
    expect((await loadRemoteModule('beta', './Main')).name).to.equal('beta');
  });

  it('loads nothing before it has started', async () => {
    expect(await failureOf(page.federation.loadRemoteModule('alpha', './Main'))).to.have.property(
      'code',
      'host-missing',
    );
  });
});
