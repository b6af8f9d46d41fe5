import { expect } from '@esm-bundle/chai';
import './define.js';
import { origins, requestsTo } from '../test/browser/support/origins.js';
import {
  contentOf,
  createRemote,
  insertHost,
  insertRemote,
  journalOf,
  nextEvent,
  nextTask,
  tagsEntry,
} from '../test/browser/support/tags.js';
import { until } from '../test/browser/support/until.js';

type Remote = HTMLElementTagNameMap['federation-remote'];

describe('<federation-remote isolation="shadow">', () => {
  before(() => insertHost());
  afterEach(() => {
    for (const node of document.querySelectorAll('federation-remote, style.test')) node.remove();
  });

  const rootOf = (remote: Remote): ShadowRoot => contentOf(remote)?.shadowRoot as ShadowRoot;
  const linksIn = (root: ParentNode): string[] =>
    Array.from(
      root.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]'),
      ({ href }) => href.split('/').at(-1) ?? '',
    );

  it('mounts in a shadow tree, where the styles of the page do not reach, and the app notices nothing', async () => {
    const style = document.createElement('style');
    style.className = 'test';
    style.textContent = 'input { width: 17px !important }';
    document.head.append(style);
    const remote = insertRemote({ module: './Field', isolation: 'shadow' });
    await remote.loaded;
    const field = rootOf(remote).querySelector('input') as HTMLInputElement;
    expect(field.checkVisibility()).to.equal(true);
    expect(field.getBoundingClientRect().width).to.be.greaterThan(50);
    expect(contentOf(remote)?.querySelector('input')).to.equal(null);
  });

  it('hands on the app’s events, its props, and the end', async () => {
    const heard: string[] = [];
    const listen = (event: Event): unknown => heard.push((event.target as Element).id);
    document.addEventListener('tags-hello', listen);
    const remote = insertRemote({ module: './Plain', isolation: 'shadow', props: '{"n":1}' });
    await remote.loaded;
    document.removeEventListener('tags-hello', listen);
    expect(heard).to.deep.equal([remote.id]);
    remote.props = { n: 2 };
    await nextTask();
    expect(rootOf(remote).textContent).to.equal('plain {"n":2}');
    remote.unmount();
    await nextTask();
    expect(journalOf(remote)).to.deep.equal(['mount', 'update', 'unmount']);
    expect(remote.children.length).to.equal(0);
  });

  it('adopts the stylesheets of the module before it is mounted, one for all instances, and none in the document', async () => {
    const attributes = { module: './Styled', isolation: 'shadow' };
    const remotes = [insertRemote(attributes), insertRemote(attributes)];
    await Promise.all(remotes.map(({ loaded }) => loaded));
    const places = remotes.map((remote) => rootOf(remote).querySelector<HTMLElement>('[data-width]'));
    expect(places.map((place) => place?.dataset.width)).to.deep.equal(['123px', '123px']);
    const [first, second] = remotes.map((remote) => rootOf(remote).adoptedStyleSheets);
    expect(first?.length).to.equal(1);
    expect(first?.[0]).to.equal(second?.[0]);
    expect(linksIn(document).filter((name) => name === 'styled.css')).to.deep.equal([]);
  });

  it('puts stylesheets that name further files into the shadow tree by links', async () => {
    const remote = insertRemote({ module: './Pictured', isolation: 'shadow' });
    await remote.loaded;
    expect(rootOf(remote).querySelector<HTMLElement>('[data-width]')?.dataset.width).to.equal('321px');
    expect(linksIn(rootOf(remote))).to.deep.equal(['pictured.css']);
    await until(async () => (await requestsTo(origins.second, '/tags/picture.svg')).length > 0, true);
  });

  it('mounts without stylesheets that are not there', async () => {
    await insertRemote({ module: './Unstyled', isolation: 'shadow' }).loaded;
  });

  it('takes the app out and mounts it anew when the attribute changes', async () => {
    const remote = insertRemote({ module: './Plain' });
    await remote.loaded;
    remote.isolation = 'shadow';
    await nextEvent(remote, 'load');
    expect(rootOf(remote).textContent).to.equal('plain {}');
    expect(journalOf(remote)).to.deep.equal(['mount', 'unmount', 'mount']);
  });

  it('leaves the app as it is when the attribute says what was so anyway', async () => {
    const remote = insertRemote({ module: './Plain' });
    await remote.loaded;
    remote.setAttribute('isolation', 'none');
    await nextTask();
    remote.removeAttribute('isolation');
    await nextTask();
    expect(remote.status).to.equal('loaded');
    expect(journalOf(remote)).to.deep.equal(['mount']);
  });

  it('keeps the app, with the focus, when somebody renders the children anew', async () => {
    const remote = insertRemote({ module: './Field', isolation: 'shadow' });
    await remote.loaded;
    const field = rootOf(remote).querySelector('input');
    field?.focus();
    remote.textContent = 'rendered anew';
    await nextTask();
    expect(rootOf(remote).activeElement).to.equal(field);
  });
});

describe('the stylesheets of a module', () => {
  before(() => insertHost().ready);
  afterEach(() => {
    for (const node of document.querySelectorAll('federation-remote')) node.remove();
  });

  for (const isolation of ['none', 'shadow']) {
    it(`are fetched beside it, not after it, with isolation="${isolation}"`, async () => {
      const mark = `mark=${crypto.randomUUID()}`;
      const folder = '/test/browser/fixtures/tags';
      const nothing = { shared: [], chunks: new Map(), packages: new Map(), files: new Map(), integrity: new Map() };
      const entry = {
        ...nothing,
        name: 'slow',
        url: tagsEntry('', origins.fourth),
        base: `${origins.fourth}/`,
        exposes: [
          {
            key: './App',
            url: `${origins.fourth}/__fault/hang,${mark}/app.js`,
            styles: [`${origins.fourth}/__fault/slow,ms=1,${mark}${folder}/styled.css`],
          },
        ],
        provides: true,
      };
      await document.querySelector('federation-host')?.register(`slow-${isolation}`, entry);
      const remote = createRemote({ remote: `slow-${isolation}`, isolation });
      document.body.append(remote);
      // The module hangs, and the stylesheet is asked for all the same.
      await until(async () => (await requestsTo(origins.fourth, mark)).some(({ url }) => url.endsWith('.css')), true);
      expect(remote.status).to.equal('loading');
      remote.abort();
      await nextTask();
      await nextTask();
      expect(document.querySelectorAll(`link[rel=stylesheet][href*="${mark}"]`).length).to.equal(0);
    });
  }

  it('are asked for as the attributes say', async () => {
    const remote = insertRemote({
      src: tagsEntry(`slow,ms=1,mark=${crypto.randomUUID()}`),
      remote: '',
      module: './Styled',
      referrerpolicy: 'no-referrer',
      fetchpriority: 'high',
    });
    await remote.loaded;
    const [link] = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet][href*="mark="]')];
    expect([link?.crossOrigin, link?.referrerPolicy, link?.getAttribute('fetchpriority')]).to.deep.equal([
      'anonymous',
      'no-referrer',
      'high',
    ]);
  });
});
