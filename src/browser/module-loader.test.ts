import { expect } from '@esm-bundle/chai';
import { echoAddress, origins, requestsTo } from '../../test/browser/support/origins.js';
import { entries, failureOf, isSingleMap } from '../../test/browser/support/remotes.js';
import { RuntimePage } from '../../test/browser/support/runtime-page.js';
import { until } from '../../test/browser/support/until.js';
import { parseRemoteEntry } from '../core/parse-remote-entry.js';
import type { Federation, LoadedModule } from './federation-api.js';

const { alpha, beta, gamma } = entries;
const instanceOf = ({ namespace }: LoadedModule): unknown => namespace.instance;
const flaky = (entry: string, fail = 1): string => {
  const { origin, pathname } = new URL(entry);
  return `${origin}/__fault/flaky,fail=${fail},id=${crypto.randomUUID()}${pathname}`;
};

describe('the modules of a page', () => {
  let page: RuntimePage;
  let federation: Federation;
  beforeEach(async () => {
    page = await RuntimePage.open();
    federation = page.federation.createFederation();
  });
  afterEach(() => page.close());

  it('are each loaded once, however many ask', async () => {
    await federation.register('alpha', alpha);
    const loaded = await Promise.all([federation.loadModule('alpha'), federation.loadModule('alpha', './Main')]);
    expect(loaded[0].namespace === loaded[1].namespace).to.equal(true);
  });

  it('have one instance of what they share, also if its files came late', async () => {
    const [first, second] = [flaky(alpha), flaky(beta)];
    await federation.addManifest({ alpha: first, beta: second });
    const a = await federation.loadModule('alpha');
    const b = await federation.loadModule('beta');
    expect(instanceOf(a)).to.equal(instanceOf(b));
  });

  it('have one instance, whether a late remote or an early one was flaky', async () => {
    await federation.addManifest({ alpha });
    await federation.register('beta', flaky(beta));
    const [b, a] = await Promise.all([federation.loadModule('beta'), federation.loadModule('alpha')]);
    expect(instanceOf(a)).to.equal(instanceOf(b));
  });

  it('share a copy that only late remotes use', async () => {
    await federation.addManifest({ alpha });
    await federation.loadModule('alpha');
    await federation.register('gamma', gamma);
    const json = await (await fetch(gamma)).json();
    const delta = parseRemoteEntry({ ...json, name: 'delta' }, gamma.replace(/:\d+/, `:${new URL(alpha).port}`));
    await federation.register('delta', delta);
    const [c, d] = await Promise.all([federation.loadModule('gamma'), federation.loadModule('delta')]);
    expect(c.namespace.version).to.equal('2.0.0');
    expect(instanceOf(d)).to.equal(instanceOf(c));
    expect(page.isPolyfilled).to.equal(isSingleMap);
  });

  for (const when of ['first', 'late']) {
    it(`are refused if their bytes have another hash, of a ${when} remote`, async () => {
      if (when === 'late') await federation.addManifest({ alpha });
      const wrong = `sha256-${btoa('x'.repeat(32))}`;
      const json = await (await fetch(beta)).json();
      const entry = parseRemoteEntry({ ...json, integrity: { ...json.integrity, 'main.js': wrong } }, beta);
      await federation.register('beta', entry);
      const { code, details } = await failureOf(federation.loadModule('beta', './Main', { retry: 0 }));
      expect(code, details.reason as string).to.equal('module-unreachable');
    });
  }

  it('are not fetched by who preloads none of them', async () => {
    await federation.addManifest({ alpha: { url: alpha, lazy: true } });
    await federation.preload('alpha');
    expect([page.fetched('/alpha/remoteEntry').length, page.fetched('/alpha/main').length]).to.deep.equal([1, 0]);
  });

  it('say what is missing if the rescuer is', async () => {
    // Seen from a page that was deployed without it.
    page.close();
    page = await RuntimePage.open({ script: 'inline' });
    federation = page.federation.createFederation();
    const mark = crypto.randomUUID();
    const path = echoAddress('', 'module.js', `throw new Error("no"); // ${mark}`).slice(1);
    const json = { name: 'made-up', exposes: [{ key: './It', outFileName: path }] };
    await federation.register('made-up', parseRemoteEntry(json, `${origins.second}/remoteEntry.json`));
    const { code, details } = await failureOf(federation.loadModule('made-up'));
    expect([code, details.reason]).to.deep.equal(['module-unreachable', 'no']);
    expect(await requestsTo(origins.second, mark)).to.have.length(1);
  });

  it('do not wait while others wait for a rescuer that does not come', async () => {
    page.close();
    page = await RuntimePage.open({ script: 'inline', base: `${location.origin}/__fault/hang/` });
    federation = page.federation.createFederation({ manifest: { alpha } });
    const path = echoAddress('', 'module.js', 'window.hasRun = true; throw new Error("no");').slice(1);
    const json = { name: 'made-up', exposes: [{ key: './It', outFileName: path }] };
    await federation.register('made-up', parseRemoteEntry(json, `${origins.second}/remoteEntry.json`));
    federation.loadModule('made-up').catch(() => {});
    await until(() => 'hasRun' in page.window, true);
    expect((await federation.loadModule('alpha')).namespace.version).to.equal('1.2.0');
  });
});
