import { expect } from '@esm-bundle/chai';
import { echoAddress, origins, requestsTo } from '../../test/browser/support/origins.js';
import { entries } from '../../test/browser/support/remotes.js';
import { RuntimePage, type RuntimePageOptions } from '../../test/browser/support/runtime-page.js';
import { until } from '../../test/browser/support/until.js';
import { parseRemoteEntry } from '../core/parse-remote-entry.js';
import type { Federation, FederationOptions, LoadedModule } from './federation-api.js';

const { alpha, beta, gamma } = entries;
const setCookie = (cookie: string): void => {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store of WebKit keeps none here
  document.cookie = cookie;
};
const instanceOf = ({ namespace }: LoadedModule): unknown => namespace.instance;

describe('a federation', () => {
  let page: RuntimePage;
  const start = async (options: FederationOptions, pageOptions: RuntimePageOptions = {}): Promise<Federation> => {
    page = await RuntimePage.open(pageOptions);
    return page.federation.createFederation(options);
  };
  afterEach(() => page.close());

  it('loads modules of remotes on other origins, which share one instance', async () => {
    const federation = await start({ manifest: { alpha, beta } });
    const [first, second] = await Promise.all([
      federation.loadModule('alpha', './Main'),
      federation.loadModule('beta', 'Main'),
    ]);
    expect(first.namespace.name).to.equal('alpha');
    expect(instanceOf(first)).to.equal(instanceOf(second));
    expect(page.importMaps).to.have.length(1);
    expect(page.isPolyfilled).to.equal(false);
  });

  it('gives a remote whose range rejects the shared copy its own', async () => {
    const federation = await start({ manifest: { alpha, beta, gamma } });
    const [first, second, third] = await Promise.all([
      federation.loadModule('alpha'),
      federation.loadModule('beta'),
      federation.loadModule('gamma'),
    ]);
    expect(instanceOf(first)).to.equal(instanceOf(second));
    expect(third.namespace.version).to.equal('2.0.0');
  });

  it('says what it loaded', async () => {
    const federation = await start({ manifest: { alpha } });
    const { remote, exposed, entry, url } = await federation.loadModule('alpha');
    expect([remote, exposed.key, entry.url]).to.deep.equal(['alpha', './Main', alpha]);
    expect(url).to.equal(alpha.replace('remoteEntry.json', 'main.js'));
  });

  it('fetches each file once, also when it is preloaded and asked for by many', async () => {
    const federation = await start({ manifest: { alpha } });
    await federation.preload('alpha', './Main');
    await Promise.all(Array.from({ length: 5 }, () => federation.loadModule('alpha')));
    for (const file of ['remoteEntry.json', 'main.js', 'where.js', 'serial.js']) {
      expect(page.fetched(file), file).to.have.length(1);
    }
    expect(page.fetched('lazy.js')).to.have.length(0);
  });

  it('preloads the stylesheets of a module along with it', async () => {
    const federation = await start({});
    const [module, style] = ['module.js', 'style.css'].map((name) => echoAddress('', name, '').slice(1));
    const json = { name: 'styled', exposes: [{ key: './It', outFileName: module, styles: [style] }] };
    await federation.register('styled', parseRemoteEntry(json, `${origins.second}/remoteEntry.json`));
    await federation.preload('styled', './It');
    await until(() => [page.fetched('module.js').length, page.fetched('style.css').length].join(), '1,1');
  });

  it('fetches a remote with cookies, and without a referrer, if it is told to', async () => {
    const mark = crypto.randomUUID();
    const url = new URL(alpha);
    url.pathname = `/__fault/credentials,mark=${mark}${url.pathname}`;
    setCookie('secret=1');
    const federation = await start({ manifest: { alpha: { url: url.href, lazy: true } } });
    await federation.loadModule('alpha', './Main', { crossOrigin: 'use-credentials', referrerPolicy: 'no-referrer' });
    setCookie('secret=; max-age=0');
    const requests = await requestsTo(origins.second, mark);
    const files = requests.map((request) => request.url.split('/').at(-1));
    expect(files.toSorted()).to.deep.equal(['index.js', 'main.js', 'remoteEntry.json', 'serial.js', 'where.js']);
    for (const request of requests) expect([request.cookie, request.referrer], request.url).to.deep.equal([true, '']);
  });

  it('tells what it has found before it fetches a module', async () => {
    const federation = await start({ manifest: { alpha } });
    let fetched: readonly string[] | undefined;
    const loaded = await federation.loadModule('alpha', './Main', {
      found: ({ remote, exposed, entry }) => {
        expect([remote, exposed.key, entry.url]).to.deep.equal(['alpha', './Main', alpha]);
        fetched = page.fetched('main.js');
      },
    });
    expect(fetched).to.deep.equal([]);
    expect(loaded.namespace.name).to.equal('alpha');
  });

  it('sends no cookies to other origins', async () => {
    const mark = crypto.randomUUID();
    setCookie('secret=1');
    const federation = await start({ manifest: echoAddress(origins.third, `${mark}.json`, JSON.stringify({ alpha })) });
    await federation.loadModule('alpha');
    setCookie('secret=; max-age=0');
    expect((await requestsTo(origins.third, mark)).map(({ cookie }) => cookie)).to.deep.equal([false]);
  });

  it('gives the host its own copies', async () => {
    const federation = await start({ manifest: { alpha }, entry: beta });
    const { namespace } = await federation.loadModule('alpha');
    expect(namespace.version).to.equal('1.1.0');
  });

  it('replaces what it knows, and never changes it', async () => {
    const federation = await start({ manifest: { alpha } });
    const before = federation.remotes;
    await federation.ready;
    expect(before.get('alpha')?.status).to.equal('loading');
    expect(federation.remotes.get('alpha')?.status).to.equal('loaded');
    expect(federation.status).to.equal('loaded');
    expect(federation.timings).to.have.keys('start', 'manifest', 'entries', 'map');
  });
});
