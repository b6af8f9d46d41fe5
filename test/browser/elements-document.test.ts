import { expect } from '@esm-bundle/chai';
import { type Example, ExamplePage, readExamples } from './support/examples.js';
import { origins, requestsTo } from './support/origins.js';
import { nextEvent, nextTask } from './support/tags.js';
import { until } from './support/until.js';

const examples = await readExamples('/docs/elements.md');

/** What the text beside an example promises, where that is more than that all its tags load. */
const promises: Readonly<Record<string, (page: ExamplePage, example: Example) => Promise<void>>> = {
  async 'The tags (1)'({ remotes: [cart], texts }) {
    expect(texts).to.deep.equal(['A cart in nothing']);
    const placeholder = cart?.querySelector('p');
    expect(placeholder?.textContent).to.equal('The cart is on its way…');
    expect(placeholder?.checkVisibility()).to.equal(false);
  },
  async 'Where the manifest is (1)'({ host }) {
    expect([...(host.federation?.remotes.keys() ?? [])]).to.include.members(['cart', 'reviews']);
  },
  async 'Where the manifest is (2)'({ host }) {
    expect([...(host.federation?.remotes.keys() ?? [])]).to.deep.equal(['cart']);
    expect((await host.loadModule('cart', './Cart')).namespace.mount).to.be.a('function');
  },
  async 'Attributes (1)'({ host }) {
    expect(host.federation?.remotes.get('host')?.status).to.equal('loaded');
  },
  async 'Attributes (2)'({ host, mark }) {
    const hanging = `${origins.fourth}/__fault/hang,mark=${mark}-hang/remoteEntry.json`;
    const error = await host.register('hanging', hanging).catch((reason) => reason);
    expect([error.code, error.details.timeout]).to.deep.equal(['remote-entry-timeout', 3000]);
    const broken = `${origins.fourth}/__fault/500,mark=${mark}-broken/remoteEntry.json`;
    await host.register('broken', broken).catch(() => {});
    expect(await requestsTo(origins.fourth, `${mark}-broken`)).to.have.length(1);
  },
  async 'Attributes (3)'({ host }) {
    expect([host.strict, host.prefer]).to.deep.equal([true, 'newest']);
  },
  async 'Attributes (4)'({ host, window }) {
    expect(host.matches(':state(loaded)')).to.equal(true);
    expect('importShim' in window).to.equal(false);
  },
  async 'Attributes (5)'({ host }) {
    const remotes = host.federation?.remotes;
    expect(['cart', 'reviews'].map((name) => remotes?.get(name)?.status)).to.deep.equal(['loaded', 'loaded']);
    const badge = remotes?.get('badge');
    expect(badge?.status === 'error' && badge.error.code).to.equal('address-refused');
  },
  async 'Attributes (6)'({ host, mark }) {
    await host.loadModule('cart', './Cart');
    const requests = (await requestsTo(origins.second, mark)).filter(({ url }) => !url.endsWith('.css'));
    expect(requests.map(({ url }) => url.split('/').at(-1))).to.deep.equal(['remoteEntry.json', 'cart.js']);
    for (const { cookie, referrer } of requests)
      expect([cookie, referrer]).to.deep.equal([true, `${location.origin}/`]);
  },
  async 'Attributes (7)'(_page, { html }) {
    const page = await ExamplePage.open(html.replace('sha384-OLB', 'sha384-xxx').replace(/sha384-(.)/, 'sha256-$1'));
    page.host.addEventListener('error', (event) => event.preventDefault());
    const error = await page.host.ready.catch((reason) => reason);
    expect(error.code).to.equal('manifest-unreachable');
    page.close();
  },
  async 'Attributes (8)'({ host, document, window }) {
    expect((await host.loadModule('cart', './Cart')).namespace.mount).to.be.a('function');
    const map = document.querySelector<HTMLScriptElement>('script[type=importmap]');
    // Where the browser hides it, the property has it.
    expect(map === null || map.nonce === 'r4nd0m').to.equal(true);
    expect('importShim' in window).to.equal(false);
  },
  async 'What to show (1)'({ texts }) {
    expect(texts).to.deep.equal(['A cart in nothing', 'The badge']);
  },
  async 'What to show (2)'({ remotes: [cart], texts }) {
    expect(texts).to.deep.equal(['A cart in nothing']);
    expect(cart?.currentSrc).to.contain(origins.second);
  },
  async 'What to show (3)'({ remotes, texts }) {
    expect(texts).to.deep.equal(['A small cart', 'A cart that defines itself', 'An app from before']);
    const contracts = remotes.map(({ instance }) => instance?.contract);
    expect(contracts).to.deep.equal(['element', 'define', 'single-spa']);
  },
  async 'How it is fetched (1)'({ mark }) {
    const requests = (await requestsTo(origins.second, mark)).filter(({ url }) => !url.endsWith('.json'));
    expect(requests.map(({ url }) => url.split('/').at(-1)).toSorted()).to.deep.equal(['cart.css', 'cart.js']);
    for (const { cookie, referrer, url } of requests) expect([cookie, referrer], url).to.deep.equal([true, '']);
  },
  async 'What to tell it (1)'(page) {
    expect(page.texts).to.deep.equal(['A cart in EUR']);
    const [cart] = page.remotes;
    if (cart) cart.props = { currency: 'CHF' };
    await until(() => page.texts[0], 'A cart in CHF');
    expect(cart?.dataset.mounts).to.equal('1');
  },
  async 'When to load it (1)'({ remotes: [cart, help, reviews], texts }) {
    expect(texts).to.deep.equal(['A cart in nothing', '', '']);
    expect([help?.status, reviews?.status]).to.deep.equal(['unloaded', 'unloaded']);
    help?.querySelector('button')?.click();
    await help?.loaded;
    expect(reviews?.status).to.equal('unloaded');
    reviews?.scrollIntoView();
    await reviews?.loaded;
    expect(cart?.status).to.equal('loaded');
  },
  async 'When to load it (2)'({ remotes: [cart] }) {
    expect([cart?.timeout, cart?.retries]).to.deep.equal([3000, 5]);
  },
  async 'Where to show it (1)'({ window, remotes: [cart, reviews] }) {
    window.history.pushState(null, '', '/cart/pay');
    await until(() => cart?.status, 'loaded');
    expect(cart?.route).to.deep.equal({ base: '/cart/', params: {} });
    window.history.pushState(null, '', '/reviews/7');
    await until(() => reviews?.status, 'loaded');
    expect(reviews?.route?.params).to.deep.equal({ product: '7' });
    expect(cart?.status).to.equal('suspended');
  },
  async 'What to show meanwhile, and instead (1)'({ remotes: [cart] }, { html }) {
    expect(cart?.querySelector('a')?.checkVisibility()).to.equal(false);
    const page = await ExamplePage.open(html.replace('./Cart', './Nowhere').replace('<federation-remote', '$& hidden'));
    const [broken] = page.remotes;
    broken?.addEventListener('error', (event) => event.preventDefault());
    broken?.removeAttribute('hidden');
    if (broken && broken.status !== 'error') await nextEvent(broken, 'error');
    const message = broken?.querySelector('p[data-federation-message]');
    await until(() => message?.isConnected === true || broken?.querySelector('div[slot=error] p') !== null, true);
    expect(broken?.querySelector('div[slot=error] small')?.textContent).to.equal('exposed-unknown');
    expect(broken?.querySelector('div[slot=error] button')?.checkVisibility()).to.equal(true);
    page.close();
  },
  async 'Buttons without a script (1)'({ document, remotes: [cart] }) {
    if (!('commandForElement' in HTMLButtonElement.prototype)) return;
    document.querySelector('button')?.click();
    await until(() => cart?.dataset.mounts, '2');
  },
  async 'In a shadow tree (1)'({ document, remotes: [cart], texts }) {
    expect(texts).to.deep.equal(['A cart in nothing']);
    const place = cart
      ?.querySelector('[slot="federation-content"]')
      ?.shadowRoot?.querySelector<HTMLElement>('[data-color]');
    expect(place?.dataset.color).to.equal('rgb(1, 2, 3)');
    expect(document.querySelector('link[rel=stylesheet]')).to.equal(null);
  },
  async '`<federation-routes>` (1)'({ document, window, remotes: [cart, reviews] }) {
    // WebKitGTK without a compositor, as it runs here, dies of any view transition.
    if (!window.navigator.userAgent.includes('Chrome')) {
      Object.defineProperty(document, 'startViewTransition', { value: undefined });
    }
    const shown = (): string | undefined => document.querySelector('h2')?.textContent;
    await until(shown, 'There is nothing here');
    window.history.pushState(null, '', '/reviews');
    await until(() => reviews?.status, 'loaded');
    expect(cart?.status).to.equal('unloaded');
    expect(shown()).to.equal(undefined);
    expect(document.querySelector('[aria-current]')?.textContent).to.equal('Reviews');
  },
};

/** What has to stand in the head of the page. */
const heads: Readonly<Record<string, string>> = {
  'Attributes (8)': `<meta http-equiv="Content-Security-Policy" content="script-src 'nonce-r4nd0m' ${location.origin} ${origins.second};
    require-trusted-types-for 'script'; trusted-types shop">`,
};

describe('the document on the tags: each example is a page, ', () => {
  let page: ExamplePage;

  beforeEach(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store of WebKit keeps none here
    document.cookie = 'docs=1';
  });
  afterEach(() => page.close());

  for (const example of examples) {
    it(example.name, async () => {
      page = await ExamplePage.open(example.html, heads[example.name]);
      await page.host.ready;
      for (const remote of page.remotes) {
        const isMeantToWait = ['lazy', 'manual'].includes(remote.loading ?? '');
        if (!isMeantToWait && !remote.hasAttribute('pattern')) await remote.loaded;
      }
      await promises[example.name]?.(page, example);
      await nextTask();
      expect(page.window.witness.complaints).to.deep.equal([]);
    });
  }
});

describe('the promises of the document on the tags', () => {
  it('are of examples that are there', () => {
    const names = examples.map(({ name }) => name);
    expect(Object.keys(promises).filter((name) => !names.includes(name))).to.deep.equal([]);
  });
});
