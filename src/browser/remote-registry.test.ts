import { expect } from '@esm-bundle/chai';
import { origins, requestsTo } from '../../test/browser/support/origins.js';
import { entries, failureOf, faultyBeta, isSingleMap } from '../../test/browser/support/remotes.js';
import { RuntimePage, type RuntimePageOptions } from '../../test/browser/support/runtime-page.js';
import { until } from '../../test/browser/support/until.js';
import type { Federation, FederationOptions, FederationWarning, LoadedModule } from './federation-api.js';

const { alpha, beta, gamma } = entries;

/** The warnings of a federation, from now on. */
function warningsOf(federation: Federation): readonly FederationWarning[] {
  const warnings: FederationWarning[] = [];
  federation.addEventListener('warning', ({ warning }) => warnings.push(warning));
  return warnings;
}

const instanceOf = ({ namespace }: LoadedModule): unknown => namespace.instance;

describe('a federation', () => {
  let page: RuntimePage;
  const start = async (options: FederationOptions, pageOptions: RuntimePageOptions = {}): Promise<Federation> => {
    page = await RuntimePage.open(pageOptions);
    return page.federation.createFederation(options);
  };
  afterEach(() => page.close());

  describe('with one remote that cannot be used', () => {
    const inline = `{
      "__proto__": "https://a.example/remoteEntry.json",
      "../x": "https://a.example/remoteEntry.json",
      "script": "javascript:alert(1)",
      "number": 1
    }`;
    it('marks what its manifest is wrong about, and fetches nothing', async () => {
      const federation = await start({ manifest: JSON.parse(inline.replace('}', `, "alpha": "${alpha}" }`)) });
      await federation.loadModule('alpha');
      for (const name of ['__proto__', '../x', 'script', 'number']) {
        expect(await failureOf(federation.loadModule(name)), name).to.have.property('code', 'manifest-invalid');
      }
      expect(page.fetched('a.example')).to.have.length(0);
    });

    it('lists the modules that it has', async () => {
      const federation = await start({ manifest: { alpha } });
      const { code, details } = await failureOf(federation.loadModule('alpha', './Mian'));
      expect(code).to.equal('exposed-unknown');
      expect(details).to.deep.include({ known: ['./Main'], nearest: './Main' });
    });

    it('takes the next address of a remote whose first is dead', async () => {
      const manifest = { alpha: { url: `${origins.dead}/remoteEntry.json`, fallback: alpha } };
      const federation = await start({ manifest, retry: 0 });
      expect((await federation.loadModule('alpha')).entry.url).to.equal(alpha);
    });

    it('tries it again when it is asked for again', async () => {
      const federation = await start({
        manifest: { alpha, beta: faultyBeta(`flaky,id=${crypto.randomUUID()}`) },
        retry: 0,
      });
      await federation.ready;
      expect(federation.remotes.get('beta')?.status).to.equal('error');
      expect((await federation.loadModule('beta', './Main', { retry: 2 })).namespace.name).to.equal('beta');
    });

    it('tries it again when the browser is online again', async () => {
      const federation = await start({
        manifest: { alpha, beta: faultyBeta(`flaky,id=${crypto.randomUUID()}`) },
        retry: 0,
      });
      await federation.ready;
      const loaded = new Promise((resolve) => federation.addEventListener('remoteload', resolve, { once: true }));
      page.window.dispatchEvent(new Event('online'));
      await loaded;
      expect(federation.remotes.get('beta')?.status).to.equal('loaded');
    });
  });

  describe('with a remote that is slow', () => {
    it('says which of the two did not come in time: the entry or the module', async () => {
      const federation = await start({ manifest: { alpha, beta: faultyBeta('hang') }, patience: 0 });
      const { code, details } = await failureOf(federation.loadModule('beta', './Main', { timeout: 50 }));
      expect(code).to.equal('remote-entry-timeout');
      expect(details).to.deep.equal({ remote: 'beta', url: faultyBeta('hang'), timeout: 50 });
    });

    it('does not wait for it, and adds it when it is there', async () => {
      const federation = await start({ manifest: { alpha, beta: faultyBeta('slow,ms=600') }, patience: 0 });
      await federation.ready;
      expect(federation.remotes.get('beta')?.status).to.equal('loading');
      const [first, second] = await Promise.all([federation.loadModule('alpha'), federation.loadModule('beta')]);
      expect(instanceOf(second)).to.equal(instanceOf(first));
      expect(page.isPolyfilled).to.equal(isSingleMap);
    });

    it('has it in the first map, if it is patient', async () => {
      const federation = await start({ manifest: { alpha, beta: faultyBeta('slow,ms=300') }, patience: 5000 });
      await federation.ready;
      expect(federation.remotes.get('beta')?.status).to.equal('loaded');
      expect(page.importMaps).to.have.length(1);
    });
  });

  describe('that grows', () => {
    it('adds a remote late, with the instances of those that run', async () => {
      const federation = await start({ manifest: { alpha } });
      const first = await federation.loadModule('alpha');
      await federation.register('beta', beta);
      const second = await federation.loadModule('beta');
      expect(instanceOf(second)).to.equal(instanceOf(first));
      expect(page.isPolyfilled).to.equal(isSingleMap);
      const lazy = await (second.namespace.loadLazily as () => Promise<{ instance: unknown }>)();
      expect(lazy.instance).to.equal(instanceOf(first));
    });

    it('gives a late remote that rejects what runs its own', async () => {
      const federation = await start({ manifest: { alpha } });
      await federation.loadModule('alpha');
      await federation.register('gamma', gamma);
      expect((await federation.loadModule('gamma')).namespace.version).to.equal('2.0.0');
    });

    it('fetches a lazy remote when it is asked for', async () => {
      const federation = await start({ manifest: { alpha, beta: { url: beta, lazy: true } } });
      await federation.ready;
      expect(federation.remotes.get('beta')?.status).to.equal('unloaded');
      expect(page.fetched('/beta/')).to.have.length(0);
      expect((await federation.loadModule('beta')).namespace.name).to.equal('beta');
    });

    it('puts the remotes of two manifests, added at once, into one map', async () => {
      const federation = await start({ manifest: { alpha } });
      await Promise.all([federation.ready, federation.addManifest({ beta })]);
      await federation.loadModule('beta');
      expect(page.importMaps).to.have.length(1);
    });

    it('gives up the entry of a remote that nobody waits for any more, and fetches it anew for the next', async () => {
      const mark = crypto.randomUUID();
      const federation = await start({ manifest: { beta: { url: faultyBeta(`hang,id=${mark}`), lazy: true } } });
      const [first, second] = [new AbortController(), new AbortController()];
      const load = ({ signal }: AbortController): Promise<unknown> =>
        federation.loadModule('beta', './Main', { signal }).catch((reason) => reason);
      const requests = async (): Promise<boolean[]> =>
        (await requestsTo(origins.third, mark)).map(({ aborted }) => aborted);
      const loading = [load(first), load(second)];
      await until(async () => (await requests()).length, 1);
      first.abort('enough');
      expect(await loading[0]).to.equal('enough');
      expect(await requests()).to.deep.equal([false]);
      second.abort('enough');
      expect(federation.remotes.get('beta')?.status).to.equal('unloaded');
      const third = new AbortController();
      const another = load(third);
      await until(async () => String(await requests()), 'true,false');
      third.abort('enough');
      expect(await another).to.equal('enough');
    });

    it('does not give up what is fetched for the page', async () => {
      const federation = await start({ manifest: { beta: faultyBeta('slow,ms=300') } });
      const controller = new AbortController();
      const loading = federation.loadModule('beta', './Main', { signal: controller.signal }).catch((reason) => reason);
      controller.abort('enough');
      expect(await loading).to.equal('enough');
      await federation.ready;
      expect(federation.remotes.get('beta')?.status).to.equal('loaded');
    });

    it('goes by the name in the manifest where an entry gives another, and says so', async () => {
      page = await RuntimePage.open();
      const federation = page.federation.createFederation();
      const warnings = warningsOf(federation);
      await federation.addManifest({ alpha, shop: beta });
      expect((await federation.loadModule('shop')).namespace.name).to.equal('beta');
      expect(warnings.map(({ code, remote }) => [code, remote])).to.deep.equal([['remote-renamed', 'shop']]);
    });

    it('keeps a name that is taken, and says so', async () => {
      const federation = await start({ manifest: { alpha } });
      const warnings = warningsOf(federation);
      await federation.addManifest({ alpha: beta });
      expect((await federation.loadModule('alpha')).namespace.name).to.equal('alpha');
      expect(warnings.map(({ code, remote }) => [code, remote])).to.deep.equal([['remote-repeated', 'alpha']]);
    });

    it('refuses to register what a manifest could not say', async () => {
      const federation = await start({});
      expect(await failureOf(federation.register('cart', 'javascript:alert(1)'))).to.have.property(
        'code',
        'manifest-invalid',
      );
      expect(await failureOf(federation.register('../cart', alpha))).to.have.property('code', 'manifest-invalid');
    });
  });
});
