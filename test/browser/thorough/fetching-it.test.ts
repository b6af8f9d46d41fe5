import { expect } from '@esm-bundle/chai';
import { entries, failureOf } from '../support/remotes.js';
import { RuntimePage } from '../support/runtime-page.js';
import { until } from '../support/until.js';

const { alpha, beta, gamma } = entries;
const runtime = `${location.origin}/__runtime/`;

async function hashOf(file: string): Promise<string> {
  const response = await fetch(runtime + file);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-384', await response.arrayBuffer()));
  return `sha384-${btoa(String.fromCharCode(...digest))}`;
}

/** A folder with the runtime in which the server fails as often as said before it sends the thorough script. */
async function flakyFolder(fail: number): Promise<string> {
  const folder = `${location.origin}/__fault/flaky,fail=${fail},id=${crypto.randomUUID()}/__runtime/`;
  for (let time = 0; time < fail; time++) await fetch(`${folder}federation.js`);
  return folder;
}

describe('the thorough script', () => {
  let page: RuntimePage;
  const thorough = (): readonly string[] => page.fetched('federation-thorough');
  afterEach(() => page.close());

  describe('is not fetched', () => {
    it('by a page on which all is plain', async () => {
      page = await RuntimePage.open();
      const federation = page.federation.createFederation({ manifest: { alpha, beta } });
      await Promise.all(['alpha', 'beta'].map((name) => federation.loadModule(name)));
      expect(thorough()).to.deep.equal([]);
    });

    it('by a page that registers a remote', async () => {
      page = await RuntimePage.open();
      const federation = page.federation.createFederation();
      const registered = federation.register('alpha', alpha);
      expect([...federation.remotes.keys()]).to.deep.equal(['alpha']);
      await registered;
      expect(thorough()).to.deep.equal([]);
    });
  });

  describe('is fetched once', () => {
    const unusual: readonly (readonly [what: string, manifest: Record<string, unknown>])[] = [
      ['where two remotes cannot use the same copy', { alpha, gamma }],
      ['where the manifest is wrong about a remote', { alpha, wrong: 1 }],
      ['where an entry is wrong', { alpha, wrong: '/__fault/shape/remoteEntry.json' }],
    ];
    for (const [what, manifest] of unusual) {
      it(what, async () => {
        page = await RuntimePage.open();
        const federation = page.federation.createFederation({ manifest: manifest as Record<string, string> });
        expect((await federation.loadModule('alpha')).namespace.name).to.equal('alpha');
        expect(thorough()).to.deep.equal([`${runtime}federation-thorough.js`]);
        expect(page.isPolyfilled).to.equal(false);
        expect(page.importMaps).to.have.length(1);
        expect(federation.timings.map).to.be.a('number');
      });
    }

    for (const [what, isPinned] of [
      ['where a page preloads it', false],
      ['where a page that pins its scripts preloads it', true],
    ] as const) {
      it(what, async () => {
        // No cache may help: only a preload that is used saves the second request.
        const folder = `${location.origin}/__fault/slow,ms=0,id=${crypto.randomUUID()}/__runtime/`;
        const address = `${folder}federation-thorough.js`;
        const hash = async (file: string): Promise<string> => (isPinned ? await hashOf(file) : '');
        const pin = `integrity="${await hash('federation-thorough.js')}"`;
        page = await RuntimePage.open({
          folder,
          integrity: await hash('federation.js'),
          head: `<link rel="preload" as="script" crossorigin href="${address}" ${pin}>`,
        });
        const federation = page.federation.createFederation({ manifest: { alpha, gamma } });
        await federation.ready;
        expect(federation.agreement?.entries).to.have.length(2);
        expect(page.isPolyfilled).to.equal(false);
        expect(thorough()).to.deep.equal([address]);
      });
    }

    it('before a map that also has who arrived meanwhile', async () => {
      page = await RuntimePage.open({ folder: `${location.origin}/__fault/slow,ms=800/__runtime/` });
      const federation = page.federation.createFederation({ manifest: { alpha, gamma } });
      await until(() => federation.timings.entries !== undefined, true);
      await federation.register('beta', beta);
      expect(federation.agreement?.arrivals).to.deep.equal([3]);
      expect(page.isPolyfilled).to.equal(false);
    });

    it('for all that is late', async () => {
      page = await RuntimePage.open();
      const federation = page.federation.createFederation({ manifest: { alpha } });
      await federation.ready;
      await federation.register('beta', beta);
      await federation.register('gamma', gamma);
      expect(thorough()).to.deep.equal([`${runtime}federation-thorough.js`]);
    });
  });

  describe('that is not there', () => {
    it('is script-unreachable for who needs it, and fetched again by refresh()', async () => {
      page = await RuntimePage.open({ folder: await flakyFolder(1) });
      const { FederationError, createFederation } = page.federation;
      const federation = createFederation({ manifest: { alpha, gamma }, retry: 0 });
      const error = await failureOf(federation.loadModule('gamma'));
      expect(error).to.be.an.instanceof(FederationError);
      expect(error.code).to.equal('script-unreachable');
      expect(error.details.url).to.match(/\/__runtime\/federation-thorough\.js$/);
      await federation.refresh();
      const loaded = await Promise.all(['alpha', 'gamma'].map((name) => federation.loadModule(name)));
      expect(loaded.map(({ namespace }) => namespace.version)).to.deep.equal(['1.2.0', '2.0.0']);
      expect(page.isPolyfilled).to.equal(false);
    });

    for (const fault of ['404', 'html', 'syntax', 'truncated', 'hang']) {
      it(`is script-unreachable for the fault ${fault}`, async () => {
        // An inline script looks for it beside the page.
        page = await RuntimePage.open({ script: 'inline', base: `${location.origin}/__fault/${fault}/` });
        const options = { manifest: { alpha, gamma }, retry: 0, timeout: 1000 };
        const federation = page.federation.createFederation(options);
        const failing = failureOf(federation.loadModule('gamma', './Main', { timeout: 5000 }));
        expect(await failing).to.have.property('code', 'script-unreachable');
        await federation.ready;
      });
    }

    it('does not hide what else is missing', async () => {
      page = await RuntimePage.open({ script: 'inline', base: `${location.origin}/__fault/404/` });
      const federation = page.federation.createFederation({ manifest: '/__fault/404/manifest.json', retry: 0 });
      const error = await failureOf(federation.loadModule('alpha'));
      expect(error.code).to.equal('manifest-unreachable');
      expect(error.details.url).to.equal(`${location.origin}/__fault/404/manifest.json`);
    });

    it('is fetched again by itself', async () => {
      page = await RuntimePage.open({ folder: await flakyFolder(2) });
      const federation = page.federation.createFederation({ manifest: { alpha, gamma } });
      expect((await federation.loadModule('gamma')).namespace.version).to.equal('2.0.0');
    });

    it('concerns nobody who does not need it', async () => {
      page = await RuntimePage.open({ folder: await flakyFolder(1) });
      const wrong = '/__fault/shape/remoteEntry.json';
      const federation = page.federation.createFederation({ manifest: { alpha, wrong, beta }, retry: 0 });
      const [one, other] = await Promise.all(['alpha', 'beta'].map((name) => federation.loadModule(name)));
      expect(one?.namespace.instance).to.equal(other?.namespace.instance);
      const state = federation.remotes.get('wrong');
      expect(state?.status === 'error' && state.error.code).to.equal('script-unreachable');
      // Now it is there, and says what is wrong.
      expect(await failureOf(federation.loadModule('wrong'))).to.have.property('code', 'remote-entry-invalid');
    });
  });

  describe('leaves nothing behind', () => {
    it('but its effect: no element, no name, nothing on the document', async () => {
      page = await RuntimePage.open();
      const { window } = page;
      const federation = page.federation.createFederation();
      const traces = (): unknown[] => [
        Object.getOwnPropertyNames(window).length,
        Object.getOwnPropertySymbols(window.document),
        window.document.scripts.length,
      ];
      const before = traces();
      await failureOf(federation.register('../cart', alpha));
      expect(thorough()).to.have.length(1);
      expect(traces()).to.deep.equal(before);
    });

    it('where nobody waits for it', async () => {
      page = await RuntimePage.open({
        head: `<script>onerror = () => { window.failed = true; };</script><script src="${runtime}federation-thorough.js"></script>`,
      });
      expect('failed' in page.window).to.equal(false);
    });
  });

  it('throws errors of the page’s own class', async () => {
    page = await RuntimePage.open();
    const error = await failureOf(page.federation.createFederation().register('../cart', alpha));
    expect(error).to.be.an.instanceof(page.federation.FederationError);
    expect(error.code).to.equal('manifest-invalid');
  });
});
