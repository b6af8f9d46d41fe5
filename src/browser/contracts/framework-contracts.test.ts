import { expect } from '@esm-bundle/chai';
import type { FederationRemote } from '../../../components/federation-remote.js';
import { importFixture } from '../../../test/browser/support/framework.js';
import { openPage, type Page } from '../../../test/browser/support/page.js';
import { mountModule } from '../mount-module.js';

const options = { remote: 'cart', module: './Cart' };

describe('a component of a framework', () => {
  const host = `<federation-host><script type="federation-manifest">
    { "frameworks": "/__frameworks/remoteEntry.json" }
  </script></federation-host>`;
  let page: Page;
  afterEach(() => page?.close());

  const components: readonly (readonly [what: string, module: string, contract: string, attributes?: string])[] = [
    ['memo of React', './React', 'react'],
    ['forwardRef of React', './React', 'react', 'export="Forward"'],
    ['lazy of React', './React', 'react', 'export="Lazy"'],
    ['a class of React', './React', 'react', 'export="Class"'],
    ['a function of React, which the tag calls so', './React', 'react', 'export="Counter" contract="react"'],
    ['of Vue', './Vue', 'vue'],
    ['of Angular', './Angular', 'angular'],
    ['of Svelte, which the entry calls so', './Svelte', 'svelte'],
  ];
  for (const [what, module, contract, attributes = ''] of components) {
    it(`is mounted with the framework of its remote: ${what}`, async () => {
      page = await openPage(
        `${host}<federation-remote remote="frameworks" module="${module}" ${attributes} props='{"text":"Hello"}'></federation-remote>`,
      );
      const remote = page.document.querySelector('federation-remote') as FederationRemote;
      const mounted = await remote.loaded;
      const content = remote.querySelector('[slot=federation-content]');
      expect(mounted.contract).to.equal(contract);
      expect(content?.textContent).to.equal('Hello0');
      remote.props = { text: 'Good day' };
      content?.querySelector('button')?.click();
      await new Promise((resolve) => page.window.requestAnimationFrame(() => setTimeout(resolve)));
      expect(content?.textContent).to.equal('Good day1');
    });
  }

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
