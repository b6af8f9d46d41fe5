import { expect } from '@esm-bundle/chai';
import './define.js';
import { echoAddress, origins, requestsTo } from '../test/browser/support/origins.js';
import { openPage, type Page } from '../test/browser/support/page.js';
import { nextEvent, nextTask, tagsEntry } from '../test/browser/support/tags.js';

type Host = HTMLElementTagNameMap['federation-host'];
type Remote = HTMLElementTagNameMap['federation-remote'];

const polyfill = 'polyfill="/node_modules/es-module-shims/dist/es-module-shims.js" retry="0" timeout="2000"';
const remote = '<federation-remote remote="tags" module="./Plain" props="{}"></federation-remote>';
const inline = (manifest: object): string => `<script type="federation-manifest">${JSON.stringify(manifest)}</script>`;
const host = (manifest: object = { tags: tagsEntry() }, attributes = ''): string =>
  `<federation-host ${polyfill} ${attributes}>${inline(manifest)}</federation-host>`;
const manifestUrl = (manifest: unknown): string =>
  echoAddress(origins.third, 'manifest.json', JSON.stringify(manifest));

describe('<federation-host>', () => {
  let page: Page;

  async function open(html: string, definition = 'first'): Promise<void> {
    page = await openPage(html, { definition });
    await page.window.customElements.whenDefined('federation-remote');
  }
  const hostOf = (selector = 'federation-host'): Host => page.document.querySelector(selector) as Host;
  const remoteOf = (selector = 'federation-remote'): Remote => page.document.querySelector(selector) as Remote;

  afterEach(() => page.close());

  describe('finds its remotes', () => {
    const rows: readonly (readonly [what: string, html: string])[] = [
      ['after it', host() + remote],
      ['before it', remote + host()],
      ['inside it', `<federation-host ${polyfill}>${inline({ tags: tagsEntry() })}${remote}</federation-host>`],
      ['although they are far apart in the tree', `<div><p>${remote}</p></div><section>${host()}</section>`],
    ];
    for (const [what, html] of rows) {
      for (const definition of ['first', 'last']) {
        it(`${what}, with the script ${definition}`, async () => {
          await open(html, definition);
          await remoteOf().loaded;
          expect(remoteOf().textContent).to.contain('plain {}');
        });
      }
    }

    it('that are added later, wherever they are', async () => {
      await open(host());
      await hostOf().ready;
      page.document.body.insertAdjacentHTML('beforeend', remote);
      await remoteOf().loaded;
    });

    it('that have given up, because it came late', async () => {
      await open(remote);
      remoteOf().addEventListener('error', (event) => event.preventDefault());
      const { error } = await nextEvent<ErrorEvent>(remoteOf(), 'error');
      expect(error.code).to.equal('host-missing');
      page.document.body.insertAdjacentHTML('beforeend', host());
      await nextEvent(remoteOf(), 'load');
    });
  });

  describe('tells where it is', () => {
    it('by state, property, event and promise', async () => {
      await open('');
      page.document.body.innerHTML = host();
      const element = hostOf();
      const loaded = nextEvent(element, 'load');
      await nextTask();
      await loaded;
      expect(element.status).to.equal('loaded');
      expect(element.matches(':state(loaded)')).to.equal(true);
      expect(element.matches(':state(degraded)')).to.equal(false);
      expect(await element.ready).to.equal(element.federation);
      expect([...(element.federation?.remotes.keys() ?? [])]).to.deep.equal(['tags']);
    });

    it('and is ready although a remote has failed, which makes it degraded', async () => {
      await open('');
      page.document.body.innerHTML = host({ tags: tagsEntry(), dead: `${origins.dead}/remoteEntry.json` });
      const failed = nextEvent<Event & { remote: { name: string } }>(hostOf(), 'remoteerror');
      const element = hostOf();
      await element.ready;
      expect((await failed).remote.name).to.equal('dead');
      expect(element.matches(':state(loaded)')).to.equal(true);
      expect(element.matches(':state(degraded)')).to.equal(true);
    });

    it('tells of each remote, and of warnings', async () => {
      await open('');
      page.document.body.innerHTML = host({ tags: tagsEntry() }, `manifest="${manifestUrl({ tags: origins.fourth })}"`);
      const loaded = nextEvent<Event & { remote: { name: string } }>(hostOf(), 'remoteload');
      const warned = nextEvent<Event & { warning: { code: string } }>(hostOf(), 'warning');
      expect((await loaded).remote.name).to.equal('tags');
      expect((await warned).warning.code).to.equal('remote-repeated');
    });

    const faults: readonly (readonly [what: string, html: () => string, code: string])[] = [
      ['is not there', () => `<federation-host manifest="/nowhere.json" ${polyfill}>`, 'manifest-unreachable'],
      ['is a page', () => `<federation-host manifest="/__fault/html" ${polyfill}>`, 'manifest-html'],
      ['is not JSON', () => `<federation-host manifest="/__fault/malformed" ${polyfill}>`, 'manifest-malformed'],
      ['is not an object', () => `<federation-host manifest="${manifestUrl([1])}" ${polyfill}>`, 'manifest-invalid'],
      ['never comes', () => `<federation-host manifest="/__fault/hang" ${polyfill} timeout="100">`, 'manifest-timeout'],
      [
        'inside is not JSON',
        () => `<federation-host ${polyfill}><script type="federation-manifest">{</script></federation-host>`,
        'manifest-malformed',
      ],
      ['has an address of another kind', () => `<federation-host manifest="javascript:alert(1)">`, 'address-refused'],
    ];
    for (const [what, html, code] of faults) {
      it(`fails with ${code} if the manifest ${what}`, async () => {
        await open('');
        page.document.body.innerHTML = html();
        const element = hostOf();
        element.addEventListener('error', (event) => event.preventDefault());
        const event = await nextEvent<ErrorEvent>(element, 'error');
        expect(event.error.code).to.equal(code);
        expect(event.bubbles).to.equal(false);
        expect(element.status).to.equal('error');
        expect(element.matches(':state(error)')).to.equal(true);
        expect(await element.ready.catch((error) => error)).to.equal(event.error);
      });
    }

    it('a remote tells of the manifest that failed', async () => {
      await open('');
      page.document.body.innerHTML = `<federation-host manifest="/nowhere.json" ${polyfill}></federation-host>${remote}`;
      for (const element of [hostOf(), remoteOf()]) {
        element.addEventListener('error', (event) => event.preventDefault());
      }
      expect((await nextEvent<ErrorEvent>(remoteOf(), 'error')).error.code).to.equal('manifest-unreachable');
    });
  });

  describe('reads its manifest', () => {
    it('from an address, relative to the page', async () => {
      await open('');
      page.document.body.innerHTML = `<federation-host manifest="${manifestUrl({ tags: tagsEntry() })}" ${polyfill}></federation-host>${remote}`;
      await remoteOf().loaded;
    });

    it('from both places: what stands inside wins', async () => {
      const named = manifestUrl({ tags: `${origins.dead}/remoteEntry.json`, more: tagsEntry('', origins.fourth) });
      await open('');
      page.document.body.innerHTML = host({ tags: tagsEntry() }, `manifest="${named}"`) + remote;
      await remoteOf().loaded;
      await hostOf().ready;
      expect([...(hostOf().federation?.remotes.keys() ?? [])].sort()).to.deep.equal(['more', 'tags']);
    });

    it('again, when the attribute names another one: its remotes are added', async () => {
      await open(host());
      await hostOf().ready;
      hostOf().setAttribute('manifest', manifestUrl({ more: tagsEntry('', origins.fourth) }));
      await nextEvent(hostOf(), 'load');
      expect([...(hostOf().federation?.remotes.keys() ?? [])]).to.deep.equal(['tags', 'more']);
    });
  });

  describe('shares its federation', () => {
    it('with a second host, which adds its remotes', async () => {
      const second = host({ more: tagsEntry('', origins.fourth) }, 'id="second"');
      await open(host() + second + remote.replace('"tags"', '"more"'));
      await remoteOf().loaded;
      await hostOf('#second').ready;
      expect(hostOf().federation).to.equal(hostOf('#second').federation);
      expect([...(hostOf().federation?.remotes.keys() ?? [])].sort()).to.deep.equal(['more', 'tags']);
    });

    it('with a second host whose manifest fails, without harm', async () => {
      await open(host() + remote);
      await hostOf().ready;
      page.document.body.insertAdjacentHTML('beforeend', `<federation-host id="second" manifest="/nowhere.json">`);
      hostOf('#second').addEventListener('error', (event) => event.preventDefault());
      await nextEvent(hostOf('#second'), 'error');
      expect(hostOf().status).to.equal('loaded');
      await remoteOf().loaded;
    });

    it('beyond its own life: what is mounted stays when it is removed', async () => {
      await open(host() + remote);
      await remoteOf().loaded;
      hostOf().remove();
      page.document.body.insertAdjacentHTML('beforeend', remote.replace('<federation-remote', '$& id="second"'));
      await remoteOf('#second').loaded;
      expect(remoteOf().status).to.equal('loaded');
    });
  });

  describe('does what its methods say', () => {
    it('loadModule() gives a module without mounting it', async () => {
      await open(host());
      const { namespace } = await hostOf().loadModule('tags', './Plain');
      expect(namespace.mount).to.be.a('function');
    });

    it('register() adds a remote', async () => {
      await open(host({}) + remote.replace('remote="tags"', 'remote="added" loading="manual"'));
      const entry = await hostOf().register('added', tagsEntry());
      expect(entry.name).to.equal('added');
      await remoteOf().load();
    });

    it('preload() fetches what a module needs', async () => {
      const mark = `slow,ms=1,mark=${crypto.randomUUID()}`;
      await open(host({ tags: { url: tagsEntry(mark), lazy: true } }));
      await hostOf().ready;
      expect(await requestsTo(origins.second, mark)).to.deep.equal([]);
      await hostOf().preload('tags', './Plain');
      expect((await requestsTo(origins.second, mark)).length).to.be.at.least(1);
    });

    it('refresh() tries again what failed', async () => {
      const flaky = `/__fault/flaky,fail=1,id=${crypto.randomUUID()}/test/browser/fixtures/tags/manifest.json`;
      await open('');
      page.document.body.innerHTML = `<federation-host manifest="${flaky}" ${polyfill}></federation-host>`;
      hostOf().addEventListener('error', (event) => event.preventDefault());
      await nextEvent(hostOf(), 'error');
      await hostOf().refresh();
      expect(hostOf().status).to.equal('loaded');
    });
  });

  it('takes no place in the layout, and is hidden with the attribute', async () => {
    await open(host() + host({}, 'hidden'));
    const [shown, hidden] = [...page.document.querySelectorAll('federation-host')];
    expect(page.window.getComputedStyle(shown as Element).display).to.equal('contents');
    expect(page.window.getComputedStyle(hidden as Element).display).to.equal('none');
  });
});
