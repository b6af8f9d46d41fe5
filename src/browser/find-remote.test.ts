import { expect } from '@esm-bundle/chai';
import { origins } from '../../test/browser/support/origins.js';
import { entries, failureOf } from '../../test/browser/support/remotes.js';
import { RuntimePage } from '../../test/browser/support/runtime-page.js';
import type { Federation, FederationOptions } from './federation-api.js';

const { alpha, beta } = entries;

describe('a remote that no manifest names', () => {
  let page: RuntimePage;
  const start = async (options: FederationOptions): Promise<Federation> => {
    page = await RuntimePage.open();
    return page.federation.createFederation(options);
  };
  afterEach(() => page.close());

  it('is unknown, and the one that was probably meant is named', async () => {
    const federation = await start({ manifest: { alpha, beta } });
    const { code, details } = await failureOf(federation.loadModule('alhpa'));
    expect(code).to.equal('remote-unknown');
    expect(details).to.deep.equal({ remote: 'alhpa', known: ['alpha', 'beta'], nearest: 'alpha', hasManifest: true });
  });

  it('is unknown for another reason where there is no manifest', async () => {
    const federation = await start({});
    const { details } = await failureOf(federation.loadModule('alpha'));
    expect(details).to.deep.equal({ remote: 'alpha', known: [], nearest: undefined, hasManifest: false });
  });

  it('is known by the name that its entry gives, as long as that is nobody else', async () => {
    const federation = await start({ manifest: { shop: alpha, beta } });
    expect((await federation.loadModule('alpha')).remote).to.equal('shop');
    await federation.register('another', alpha);
    expect(await failureOf(federation.loadModule('alpha'))).to.have.property('code', 'remote-unknown');
  });

  it('may be named by a manifest that failed, which is fetched again', async () => {
    const folder = '/test/browser/fixtures/runtime';
    const manifest = `${origins.second}/__fault/flaky,id=${crypto.randomUUID()}${folder}/manifest.json`;
    const federation = await start({ manifest, retry: 0 });
    await failureOf(federation.ready);
    expect((await failureOf(federation.loadModule('nobody', './Main', { retry: 0 }))).code).to.equal('remote-unknown');
    expect(federation.remotes.has('alpha')).to.equal(true);
  });
});
