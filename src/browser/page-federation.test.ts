import { expect } from '@esm-bundle/chai';
import { echoAddress, origins, requestsTo } from '../../test/browser/support/origins.js';
import { RuntimePage, type RuntimePageOptions } from '../../test/browser/support/runtime-page.js';
import type { Federation, FederationOptions, FederationWarning, LoadedModule } from './federation-api.js';

const folder = '/test/browser/fixtures/runtime';
const alpha = `${origins.second}${folder}/alpha/remoteEntry.json`;
const beta = `${origins.third}${folder}/beta/remoteEntry.json`;
const gamma = `${origins.fourth}${folder}/gamma/remoteEntry.json`;
const faulty = (fault: string): string => `${origins.third}/__fault/${fault}${folder}/beta/remoteEntry.json`;
const isSingleMap = navigator.userAgent.includes('Firefox');

const instanceOf = ({ namespace }: LoadedModule): unknown => namespace.instance;
const failure = (work: Promise<unknown>): Promise<{ code: string; details: Record<string, unknown> }> =>
  work.then(
    () => expect.fail('It did not fail.'),
    (error) => error,
  );

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
    expect(url).to.equal(`${origins.second}${folder}/alpha/main.js`);
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

  it('sends no cookies to other origins', async () => {
    const mark = crypto.randomUUID();
    await cookieStore.set('secret', '1');
    const federation = await start({ manifest: echoAddress(origins.third, `${mark}.json`, JSON.stringify({ alpha })) });
    await federation.loadModule('alpha');
    await cookieStore.delete('secret');
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

  describe('with a manifest that cannot be used', () => {
    const manifests: readonly (readonly [fault: string, code: string])[] = [
      ['404', 'manifest-unreachable'],
      ['html', 'manifest-html'],
      ['malformed', 'manifest-malformed'],
      ['echo,body=%5B%5D', 'manifest-invalid'],
      ['hang', 'manifest-timeout'],
    ];
    for (const [fault, code] of manifests) {
      it(`rejects with ${code} for ${fault}, and so does every load`, async () => {
        const manifest = `${origins.second}/__fault/${fault}/m.json`;
        const federation = await start({ manifest, timeout: 1000, retry: 0 });
        const [ready, load] = [
          failure(federation.ready),
          failure(federation.loadModule('alpha', './Main', { timeout: 5000 })),
        ];
        expect((await ready).code).to.equal(code);
        expect((await load).code).to.equal(code);
        expect(federation.status).to.equal('error');
      });
    }

    it('refuses one that is no http address, without fetching', async () => {
      const federation = await start({ manifest: 'data:application/json,{}' });
      expect(await failure(federation.ready)).to.have.property('code', 'address-refused');
    });

    it('still has the remotes that are registered', async () => {
      const federation = await start({ manifest: `${origins.second}/__fault/404/m.json` });
      await federation.register('alpha', alpha);
      expect((await federation.loadModule('alpha')).namespace.name).to.equal('alpha');
    });

    it('fetches it again when it is asked for more', async () => {
      const manifest = `${origins.second}/__fault/flaky,id=${crypto.randomUUID()}${folder}/manifest.json`;
      const federation = await start({ manifest, retry: 0 });
      expect(await failure(federation.ready)).to.have.property('code', 'manifest-unreachable');
      // The manifest is there now; what it names is behind the same fault.
      expect(await failure(federation.loadModule('alpha'))).to.have.property('code', 'remote-entry-unreachable');
      expect((await federation.loadModule('alpha', './Main', { retry: 2 })).namespace.name).to.equal('alpha');
      expect(federation.status).to.equal('loaded');
    });
  });

  describe('with one remote that cannot be used', () => {
    const entries: readonly (readonly [fault: string, code: string])[] = [
      ['404', 'remote-entry-unreachable'],
      ['html', 'remote-entry-html'],
      ['malformed', 'remote-entry-malformed'],
      ['shape', 'remote-entry-invalid'],
      ['hang', 'remote-entry-timeout'],
    ];
    for (const [fault, code] of entries) {
      it(`marks it with ${code} for ${fault}, and the others load`, async () => {
        const federation = await start({
          manifest: { beta: faulty(fault), alpha },
          timeout: 1500,
          retry: 0,
          patience: 0,
        });
        const failed: string[] = [];
        federation.addEventListener('remoteerror', ({ remote }) => failed.push(remote.name));
        const bad = failure(federation.loadModule('beta', './Main', { timeout: 5000 }));
        expect((await federation.loadModule('alpha')).namespace.name).to.equal('alpha');
        expect(await bad).to.have.property('code', code);
        const state = federation.remotes.get('beta');
        expect(state?.status === 'error' && state.error.code).to.equal(code);
        expect(failed).to.deep.equal(['beta']);
        await federation.ready;
      });
    }

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
        expect(await failure(federation.loadModule(name)), name).to.have.property('code', 'manifest-invalid');
      }
      expect(page.fetched('a.example')).to.have.length(0);
    });

    it('names the remote that was probably meant', async () => {
      const federation = await start({ manifest: { alpha, beta } });
      const { code, details } = await failure(federation.loadModule('alhpa'));
      expect(code).to.equal('remote-unknown');
      expect(details).to.deep.equal({ remote: 'alhpa', known: ['alpha', 'beta'], nearest: 'alpha' });
    });

    it('lists the modules that it has', async () => {
      const federation = await start({ manifest: { alpha } });
      const { code, details } = await failure(federation.loadModule('alpha', './Mian'));
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
        manifest: { alpha, beta: faulty(`flaky,id=${crypto.randomUUID()}`) },
        retry: 0,
      });
      await federation.ready;
      expect(federation.remotes.get('beta')?.status).to.equal('error');
      expect((await federation.loadModule('beta', './Main', { retry: 2 })).namespace.name).to.equal('beta');
    });

    it('tries it again when the browser is online again', async () => {
      const federation = await start({
        manifest: { alpha, beta: faulty(`flaky,id=${crypto.randomUUID()}`) },
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
    it('does not wait for it, and adds it when it is there', async () => {
      const federation = await start({ manifest: { alpha, beta: faulty('slow,ms=600') }, patience: 0 });
      await federation.ready;
      expect(federation.remotes.get('beta')?.status).to.equal('loading');
      const [first, second] = await Promise.all([federation.loadModule('alpha'), federation.loadModule('beta')]);
      expect(instanceOf(second)).to.equal(instanceOf(first));
      expect(page.isPolyfilled).to.equal(isSingleMap);
    });

    it('has it in the first map, if it is patient', async () => {
      const federation = await start({ manifest: { alpha, beta: faulty('slow,ms=300') }, patience: 5000 });
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

    it('keeps a name that is taken, and says so', async () => {
      const federation = await start({ manifest: { alpha } });
      const warnings: FederationWarning[] = [];
      federation.addEventListener('warning', ({ warning }) => warnings.push(warning));
      await federation.addManifest({ alpha: beta });
      expect((await federation.loadModule('alpha')).namespace.name).to.equal('alpha');
      expect(warnings.map(({ code, remote }) => [code, remote])).to.deep.equal([['remote-repeated', 'alpha']]);
    });

    it('refuses to register what a manifest could not say', async () => {
      const federation = await start({});
      expect(await failure(federation.register('cart', 'javascript:alert(1)'))).to.have.property(
        'code',
        'manifest-invalid',
      );
      expect(await failure(federation.register('../cart', alpha))).to.have.property('code', 'manifest-invalid');
    });
  });

  describe('finds', () => {
    const places: readonly (readonly [what: string, options: FederationOptions, page?: RuntimePageOptions])[] = [
      [
        'what its inline manifest names, from the base of the page',
        { manifest: { alpha: '../runtime/alpha/remoteEntry.json' } },
        { base: `${origins.second}/test/browser/fixtures/anything/` },
      ],
      [
        'its manifest, from the base of the page, and its remotes, from the manifest',
        { manifest: 'manifest.json' },
        { base: `${origins.second}${folder}/` },
      ],
      [
        'its manifest, from the base that it is told',
        { manifest: 'runtime/manifest.json', base: `${origins.second}/test/browser/fixtures/` },
      ],
      [
        'its remotes, from where its manifest was redirected to',
        {
          manifest: `${origins.second}/__fault/redirect,to=${encodeURIComponent(`${folder}/manifest.json`)}/m.json`,
        },
      ],
    ];
    for (const [what, options, pageOptions] of places) {
      it(what, async () => {
        const federation = await start({ ...options, patience: 0 }, pageOptions);
        expect((await federation.loadModule('alpha')).entry.url).to.equal(alpha);
      });
    }

    it('nothing on an origin that the page does not allow', async () => {
      const federation = await start({ manifest: { alpha, beta }, allow: [origins.second] });
      await federation.loadModule('alpha');
      expect(await failure(federation.loadModule('beta'))).to.have.property('code', 'address-refused');
      expect(page.fetched(origins.third)).to.have.length(0);
    });

    it('nothing where an address that is allowed is redirected to another origin', async () => {
      const to = encodeURIComponent(beta);
      const federation = await start({
        manifest: { beta: `${origins.second}/__fault/redirect,to=${to}/remoteEntry.json` },
      });
      const { code, details } = await failure(federation.loadModule('beta'));
      expect(code).to.equal('address-refused');
      expect(details).to.deep.equal({ address: beta, refusal: 'origin' });
    });
  });
});
