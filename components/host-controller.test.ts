import { expect } from '@esm-bundle/chai';
import './define.js';
import { openPage, type Page } from '../test/browser/support/page.js';
import { isSingleMap } from '../test/browser/support/remotes.js';
import { nextEvent, nextTask, tagsEntry } from '../test/browser/support/tags.js';

type Host = HTMLElementTagNameMap['federation-host'];

describe('HostController', () => {
  let page: Page;
  let host: Host;

  beforeEach(async () => {
    page = await openPage('');
    await page.window.customElements.whenDefined('federation-host');
    page.document.body.innerHTML = `<federation-host polyfill="/node_modules/es-module-shims/dist/es-module-shims.js">
      <script type="federation-manifest">{ "tags": "${tagsEntry()}" }</script>
    </federation-host>`;
    host = page.document.querySelector('federation-host') as Host;
    await nextEvent(host, 'load');
  });
  afterEach(() => page.close());

  const register = (name: string): Promise<unknown> | undefined => host.federation?.register(name, tagsEntry());

  it('hears of the federation while it is in the document, once', async () => {
    const heard: string[] = [];
    host.addEventListener('remoteload', (event) =>
      heard.push((event as Event & { remote: { name: string } }).remote.name),
    );
    await register('first');
    host.remove();
    await register('second');
    page.document.body.append(host);
    await nextTask();
    await register('third');
    page.document.body.append(host);
    await nextTask();
    await register('fourth');
    expect(heard).to.deep.equal(['first', 'third', 'fourth']);
  });

  it('starts nothing anew when it is put back', async () => {
    const { federation } = host;
    const types: string[] = [];
    host.addEventListener('load', ({ type }) => types.push(type));
    host.remove();
    page.document.body.append(host);
    await nextTask();
    expect(host.federation).to.equal(federation);
    expect(types).to.deep.equal([]);
  });

  it('tells of the last manifest only, if another one is asked for meanwhile', async () => {
    const types: string[] = [];
    for (const type of ['load', 'error']) host.addEventListener(type, () => types.push(type));
    host.manifest = '/nowhere.json';
    await host.updateComplete;
    host.manifest = '/test/browser/fixtures/tags/manifest.json';
    await nextEvent(host, 'load');
    expect(host.status).to.equal('loaded');
    await nextTask();
    expect(types).to.deep.equal(['load']);
  });

  it('is polyfilled where the browser took no import map after a module, and nowhere else', async () => {
    expect(host.matches(':state(polyfilled)')).to.equal(isSingleMap);
    expect('importShim' in page.window).to.equal(isSingleMap);
  });

  it('knows when it is put back what became of the federation meanwhile', async () => {
    host.remove();
    await host.federation?.register('late', '/nowhere/remoteEntry.json').catch(() => {});
    expect(host.matches(':state(degraded)')).to.equal(false);
    page.document.body.append(host);
    await nextTask();
    expect(host.matches(':state(degraded)')).to.equal(true);
  });

  it('is degraded as long as a remote has failed', async () => {
    expect(host.matches(':state(degraded)')).to.equal(false);
    const failed = nextEvent(host, 'remoteerror');
    host.federation?.register('late', '/nowhere/remoteEntry.json').catch(() => {});
    await failed;
    expect(host.matches(':state(degraded)')).to.equal(true);
    await register('late');
    expect(host.matches(':state(degraded)')).to.equal(false);
  });
});
