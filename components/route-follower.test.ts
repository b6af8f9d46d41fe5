import { expect } from '@esm-bundle/chai';
import { RoutesPage, root } from '../test/browser/support/routes-page.js';
import { nextTask } from '../test/browser/support/tags.js';
import { until } from '../test/browser/support/until.js';

const remote = (id: string, attributes: string, children = ''): string =>
  `<federation-remote id="${id}" remote="routes" module="./Page" ${attributes}>${children}</federation-remote>`;

describe('A tag with a route, before the router is there,', () => {
  let page: RoutesPage;
  afterEach(() => page.close());

  /** When the router was asked for, in milliseconds; `undefined` if it was not. */
  const routerAt = (): number | undefined =>
    page.window.performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/federation-routing.js'))
      ?.startTime;

  it('shows its placeholder if its pattern matches, and nothing if not', async () => {
    const [a, b] = [
      remote('a', `pattern="${root}/a"`, 'a is coming'),
      remote('b', `pattern="${root}/b"`, 'b is coming'),
    ];
    page = await RoutesPage.open('/a', a + b);
    await until(() => page.remote('b').matches(':state(away)'), true);
    expect(routerAt()).to.equal(undefined);
    expect(page.shown).to.equal('a');
    expect(page.statuses).to.equal('loading unloaded');
    await until(() => page.statuses, 'loaded unloaded');
  });

  it('waits until the import map is in the page: after it, nothing is too early', async () => {
    page = await RoutesPage.open('/a', remote('a', `pattern="${root}/a"`));
    await until(() => page.statuses, 'loaded');
    const { timings } = page.find<HTMLElementTagNameMap['federation-host']>('federation-host').federation ?? {};
    expect(routerAt()).to.be.at.least(timings?.map ?? Number.POSITIVE_INFINITY);
    expect('importShim' in page.window).to.equal(false);
  });

  it('is told of its route before it is mounted', async () => {
    page = await RoutesPage.open('/a/7', remote('a', `pattern="${root}/a/:id"`));
    await until(() => page.statuses, 'loaded');
    expect(page.journal).to.deep.equal(['a mount {"id":"7"}']);
  });

  it('says that there is no host, if its route may be the current one', async () => {
    page = await RoutesPage.open('/a', '');
    page.document.body.innerHTML = remote('a', `pattern="${root}/a"`) + remote('b', `pattern="${root}/b"`);
    for (const id of ['a', 'b']) page.remote(id).addEventListener('error', (event) => event.preventDefault());
    await until(() => page.statuses, 'error unloaded');
    expect((page.remote('a').error as { code?: string } | undefined)?.code).to.equal('host-missing');
  });

  it('takes a pattern that it had not before', async () => {
    page = await RoutesPage.open('/a', remote('a', ''));
    await until(() => page.statuses, 'loaded');
    expect(routerAt()).to.equal(undefined);
    page.remote('a').pattern = `${root}/b`;
    await until(() => page.statuses, 'unloaded');
    // Until the router is there, a link is followed by the browser.
    await until(() => page.window.customElements.get('federation-routes') !== undefined, true);
    page.click('/b');
    await until(() => page.statuses, 'loaded');
    page.remote('a').pattern = null;
    page.window.history.pushState(null, '', `${root}/c`);
    await nextTask();
    expect(page.statuses).to.equal('loaded');
  });

  it('is forgotten when it is taken out, and heard of again when it is back', async () => {
    page = await RoutesPage.open('/a', remote('a', `pattern="${root}/a"`));
    await until(() => page.statuses, 'loaded');
    const tag = page.remote('a');
    tag.remove();
    await until(() => tag.status, 'unloaded');
    page.window.history.pushState(null, '', `${root}/b`);
    page.document.body.append(tag);
    await until(() => tag.matches(':state(away)'), true);
    page.window.history.pushState(null, '', `${root}/a`);
    await until(() => tag.status, 'loaded');
  });
});

describe('A page without routes', () => {
  it('does not fetch the router', async () => {
    const page = await RoutesPage.open('/a', remote('a', ''));
    await until(() => page.statuses, 'loaded');
    await nextTask();
    const files = page.window.performance.getEntriesByType('resource').map(({ name }) => name);
    expect(files.filter((name) => name.includes('routing'))).to.deep.equal([]);
    expect(page.window.customElements.get('federation-routes')).to.equal(undefined);
    page.close();
  });
});
