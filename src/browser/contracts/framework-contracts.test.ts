import { expect } from '@esm-bundle/chai';
import type { FederationRemote } from '../../../components/federation-remote.js';
import { frameworksTimeout, importFixture } from '../../../test/browser/support/framework.js';
import { openPage, type Page } from '../../../test/browser/support/page.js';
import { RuntimePage } from '../../../test/browser/support/runtime-page.js';
import { until } from '../../../test/browser/support/until.js';
import type { MountOptions } from '../mount-api.js';
import { mountModule } from '../mount-module.js';

const options = { remote: 'cart', module: './Cart' };
const manifest = { frameworks: '/__frameworks/remoteEntry.json' };

type WantedExport = Pick<MountOptions, 'export' | 'contract'>;

describe('a component of a framework', function () {
  this.timeout(frameworksTimeout);
  let page: Page | RuntimePage | undefined;
  afterEach(() => page?.close());

  const components: readonly (readonly [what: string, module: string, contract: string, wanted?: WantedExport])[] = [
    ['memo of React', './React', 'react'],
    ['forwardRef of React', './React', 'react', { export: 'Forward' }],
    ['lazy of React', './React', 'react', { export: 'Lazy' }],
    ['a class of React', './React', 'react', { export: 'Class' }],
    ['a function of React, if that is said', './React', 'react', { export: 'Counter', contract: 'react' }],
    ['of Vue', './Vue', 'vue'],
    ['of Angular', './Angular', 'angular'],
    ['of Svelte, which the entry calls so', './Svelte', 'svelte'],
  ];
  for (const [what, module, contract, wanted] of components) {
    it(`is mounted with the framework of its remote: ${what}`, async () => {
      const opened = await RuntimePage.open();
      page = opened;
      const { federation, window } = opened;
      const { createFederation, mountModule: mount } = federation;
      const loaded = await createFederation({ manifest, timeout: frameworksTimeout }).loadModule('frameworks', module);
      const { exposed, importShared, namespace } = loaded;
      const target = window.document.body.appendChild(window.document.createElement('div'));
      const mounted = await mount(namespace, target, {
        ...options,
        contract: exposed.contract,
        ...wanted,
        props: { text: 'Hello' },
        importShared,
      });
      expect([mounted.contract, target.textContent]).to.deep.equal([contract, 'Hello0']);
      target.querySelector('button')?.click();
      await mounted.update({ text: 'Good day' });
      await until(() => target.textContent, 'Good day1');
      expect(
        opened.fetched('/__runtime/federation-').map((url) => url.replace(/.*federation-/, '')),
      ).to.include.members(['recognise-contract.js', `${contract}.js`]);
      await mounted.unmount();
      expect(target.childNodes).to.have.length(0);
    });
  }

  it('is mounted by the tag, also where es-module-shims has to load it', async () => {
    page =
      await openPage(`<federation-host><script type="federation-manifest">${JSON.stringify(manifest)}</script></federation-host>
      <federation-remote remote="frameworks" module="./React" props='{"text":"Hello"}'></federation-remote>`);
    const remote = page.document.querySelector('federation-remote') as FederationRemote;
    const mounted = await remote.loaded;
    expect([mounted.contract, remote.textContent?.trim()]).to.deep.equal(['react', 'Hello0']);
  });

  it('is given its adapter while it is on its way, if its entry says what it is', async () => {
    page =
      await openPage(`<federation-host><script type="federation-manifest">${JSON.stringify(manifest)}</script></federation-host>
      <federation-remote remote="frameworks" module="./Hanging"></federation-remote>`);
    const { performance } = page.window;
    const isFetched = () =>
      performance.getEntriesByType('resource').some(({ name }) => /\/adapters\/vue\.[jt]s/.test(name));
    await until(isFetched, true);
    expect((page.document.querySelector('federation-remote') as FederationRemote).status).to.equal('loading');
  });

  it('whose framework is not shared rejects with what it would need', async () => {
    const { default: Memo } = await importFixture('react-counter');
    const target = document.createElement('div');
    const importShared = (specifier: string) => (specifier === 'react' ? importFixture('react') : undefined);
    const error = await mountModule({ default: Memo }, target, { ...options, importShared }).catch((reason) => reason);
    expect([error.code, error.details]).to.deep.equal([
      'shared-missing',
      { remote: 'cart', specifier: 'react-dom/client' },
    ]);
  });

  it('of React that is called as if it were mount says what it is', async () => {
    const { createElement } = await importFixture('react');
    const component = () => (createElement as (type: string) => unknown)('p');
    const error = await mountModule({ default: component }, document.createElement('div'), options).catch((r) => r);
    expect([error.code, error.details.contract]).to.deep.equal(['mount-failed', 'function']);
  });

  it('is not mounted if it is given up while its framework is on its way', async () => {
    const { default: Memo } = await importFixture('react-counter');
    const target = document.createElement('div');
    const controller = new AbortController();
    const mounting = mountModule({ default: Memo }, target, {
      ...options,
      signal: controller.signal,
      importShared: (specifier) => importFixture(specifier.replace('/', '-')),
    }).catch((reason) => reason);
    controller.abort('gone');
    expect(await mounting).to.equal('gone');
    await importFixture('react-dom-client');
    expect(target.childNodes).to.have.length(0);
  });
});
