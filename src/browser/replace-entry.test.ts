import { expect } from '@esm-bundle/chai';
import { origins } from '../../test/browser/support/origins.js';
import { entries } from '../../test/browser/support/remotes.js';
import { RuntimePage } from '../../test/browser/support/runtime-page.js';
import type { Federation, LoadedModule } from './federation-api.js';

const { alpha, beta } = entries;
const instanceOf = ({ namespace }: LoadedModule): unknown => namespace.instance;

describe('the modules of a remote that runs', () => {
  let page: RuntimePage;
  let federation: Federation;
  beforeEach(async () => {
    page = await RuntimePage.open();
    federation = page.federation.createFederation();
  });
  afterEach(() => page.close());

  it('are found where a deploy has put them meanwhile', async () => {
    const json = await (await fetch(alpha)).json();
    const before = { ...json, exposes: [{ key: './Main', outFileName: 'main-before.js' }], integrity: {} };
    const { origin, pathname } = new URL(alpha);
    const body = encodeURIComponent(JSON.stringify(before));
    await federation.addManifest({
      alpha: `${origin}/__fault/deploy,id=${crypto.randomUUID()},body=${body}${pathname}`,
      beta,
    });
    const shared = await federation.loadModule('beta');
    const loaded = await federation.loadModule('alpha', './Main', { retry: 0 });
    expect(loaded.namespace.name).to.equal('alpha');
    expect(instanceOf(loaded)).to.equal(instanceOf(shared));
    expect(loaded.entry.exposes[0]?.url).to.match(/main\.js$/);
    expect((await federation.loadModule('alpha')).namespace === loaded.namespace).to.equal(true);
  });

  it('are found there also if their chunks have new names', async () => {
    const before = { name: 'redeployed', exposes: [{ key: './Main', outFileName: 'main-before.js' }], shared: [] };
    const fault = `deploy,id=${crypto.randomUUID()},body=${encodeURIComponent(JSON.stringify(before))}`;
    const redeployed = `${origins.second}/__fault/${fault}/test/browser/fixtures/redeployed/remoteEntry.json`;
    await federation.addManifest({ redeployed });
    const { namespace } = await federation.loadModule('redeployed', './Main', { retry: 0 });
    expect(namespace.name).to.equal('after');
    expect(JSON.stringify(federation.importMap)).to.contain('"@nf-internal/chunk-after"');
  });
});
