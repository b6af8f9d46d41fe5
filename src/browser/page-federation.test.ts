import { expect } from '@esm-bundle/chai';
import { origins } from '../../test/browser/support/origins.js';
import { RuntimePage } from '../../test/browser/support/runtime-page.js';
import type { Federation, LoadedModule } from './federation-api.js';

const folder = '/test/browser/fixtures/runtime';
const alpha = `${origins.second}${folder}/alpha/remoteEntry.json`;
const beta = `${origins.third}${folder}/beta/remoteEntry.json`;
const gamma = `${origins.fourth}${folder}/gamma/remoteEntry.json`;
const isFirefox = navigator.userAgent.includes('Firefox');

const instanceOf = ({ namespace }: LoadedModule): unknown => namespace.instance;

describe('a federation', () => {
  let page: RuntimePage;
  const start = async (manifest: object, options = {}): Promise<Federation> => {
    page = await RuntimePage.open();
    return page.federation.createFederation({ manifest: { ...manifest }, ...options });
  };
  afterEach(() => page.close());

  it('loads modules of remotes on other origins, which share one instance', async () => {
    const federation = await start({ alpha, beta });
    const [first, second] = await Promise.all([
      federation.loadModule('alpha', './Main'),
      federation.loadModule('beta', './Main'),
    ]);
    expect(first.namespace.name).to.equal('alpha');
    expect(instanceOf(first)).to.equal(instanceOf(second));
    expect(page.importMaps).to.have.length(1);
    expect(page.isPolyfilled).to.equal(false);
  });

  it('gives a remote whose range rejects the shared copy its own', async () => {
    const federation = await start({ alpha, beta, gamma });
    const [first, second, third] = await Promise.all([
      federation.loadModule('alpha'),
      federation.loadModule('beta'),
      federation.loadModule('gamma'),
    ]);
    expect(instanceOf(first)).to.equal(instanceOf(second));
    expect(third.namespace.version).to.equal('2.0.0');
  });

  it('fetches every file of a module in one wave', async () => {
    const federation = await start({ alpha });
    await federation.loadModule('alpha');
    expect(page.fetched('serial.js')).to.have.length(1);
  });

  it('adds a remote late, with the instances of those that run', async () => {
    const federation = await start({ alpha });
    const first = await federation.loadModule('alpha');
    await federation.register('beta', beta);
    const second = await federation.loadModule('beta');
    expect(second.namespace.name).to.equal('beta');
    expect(instanceOf(second)).to.equal(instanceOf(first));
    expect(page.isPolyfilled).to.equal(isFirefox);
    const lazy = await (second.namespace.loadLazily as () => Promise<{ instance: unknown }>)();
    expect(lazy.instance).to.equal(instanceOf(first));
  });
});
