import { expect } from '@esm-bundle/chai';
import { entries, failureOf } from '../../test/browser/support/remotes.js';
import { RuntimePage } from '../../test/browser/support/runtime-page.js';
import { parseRemoteEntry } from '../core/parse-remote-entry.js';
import type { Federation, FederationOptions, FederationWarning } from './federation-api.js';

const { alpha, beta, gamma } = entries;

describe('the import map of a federation', () => {
  let page: RuntimePage;
  const start = async (options: FederationOptions): Promise<Federation> => {
    page = await RuntimePage.open();
    return page.federation.createFederation(options);
  };
  afterEach(() => page.close());

  it('is what the page has', async () => {
    const federation = await start({ manifest: { alpha, beta, gamma } });
    await federation.ready;
    const written = JSON.parse(page.importMaps[0]?.textContent ?? '');
    expect(written).to.deep.equal(JSON.parse(JSON.stringify(federation.importMap)));
    expect(Object.keys(written.imports)).to.include.members(['alpha/Main', 'alpha/./Main', 'counter']);
    expect(Object.keys(written.integrity)).to.have.length(15);
  });

  it('makes a plain import() of a module work', async () => {
    const federation = await start({ manifest: { alpha } });
    await federation.ready;
    const imported = await (page.window as unknown as { eval(code: string): Promise<{ name: string }> }).eval(
      "import('alpha/Main')",
    );
    expect(imported.name).to.equal('alpha');
  });

  it('respects the one that the page has itself, and says otherwise where a remote needs something else', async () => {
    const [second, fourth] = [alpha, gamma].map((entry) => entry.replace(/[^/]*$/, ''));
    const mine = JSON.stringify({ imports: { counter: `${fourth}shared/counter@2.0.0/index.js` } });
    page = await RuntimePage.open({ head: `<script type="importmap">${mine}</script>` });
    const federation = page.federation.createFederation({ manifest: { alpha } });
    const { namespace } = await federation.loadModule('alpha');
    expect(namespace.version).to.equal('1.2.0');
    expect(federation.importMap.scopes[`${second}`]).to.deep.equal({
      counter: `${second}shared/counter@1.2.0/index.js`,
    });
  });

  it('only grows: what a late remote needs is added, nothing said twice', async () => {
    const federation = await start({ manifest: { alpha } });
    await federation.ready;
    const first = federation.importMap;
    await federation.register('beta', beta);
    const second = federation.importMap;
    expect(second.imports).to.deep.include(first.imports);
    expect(second.imports.counter).to.equal(first.imports.counter);
    const [, late] = page.importMaps;
    expect(Object.keys(JSON.parse(late?.textContent ?? '').imports)).to.deep.equal(['beta/./Main', 'beta/Main']);
  });

  it('leaves out a remote that cannot run, which alone fails', async () => {
    const federation = await start({ manifest: { alpha, gamma }, strict: true });
    const outcomes = await Promise.allSettled(['alpha', 'gamma'].map((name) => federation.loadModule(name)));
    const failed = [...federation.remotes.values()].filter(({ status }) => status === 'error');
    expect(outcomes.filter(({ status }) => status === 'rejected')).to.have.length(1);
    expect(failed.map((remote) => remote.status === 'error' && remote.error.code)).to.deep.equal(['version-conflict']);
    expect(federation.agreement?.entries).to.have.length(1);
  });

  it('tells of each wish that was not granted, once', async () => {
    const wishful = { ...(await (await fetch(beta)).json()) };
    wishful.shared = wishful.shared.map((shared: object) => ({
      ...shared,
      requiredVersion: '^3.0.0',
      strictVersion: false,
    }));
    const federation = await start({ manifest: { alpha } });
    const warnings: FederationWarning[] = [];
    await federation.ready;
    federation.addEventListener('warning', ({ warning }) => warnings.push(warning));
    await federation.register('beta', parseRemoteEntry(wishful, beta));
    await federation.register('gamma', gamma);
    expect(warnings.map(({ code, remote }) => [code, remote])).to.deep.equal([['outside-range', 'beta']]);
  });

  it('is import-map-rejected for every remote of a page that takes none', async () => {
    page = await RuntimePage.open({
      head: `<meta http-equiv="Content-Security-Policy" content="script-src ${location.origin}">`,
    });
    const federation = page.federation.createFederation({ manifest: { alpha, beta }, polyfill: 'none' });
    const failures = await Promise.all(['alpha', 'beta'].map((name) => failureOf(federation.loadModule(name))));
    expect(failures.map(({ code }) => code)).to.deep.equal(['import-map-rejected', 'import-map-rejected']);
  });
});
