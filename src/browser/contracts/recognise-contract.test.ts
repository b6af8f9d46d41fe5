import { expect } from '@esm-bundle/chai';
import { isSingleMap } from '../../../test/browser/support/remotes.js';
import { RuntimePage } from '../../../test/browser/support/runtime-page.js';
import type { ModuleNamespace } from '../federation-api.js';

const options = { remote: 'cart', module: './Cart' };

describe('what recognises contracts', () => {
  let page: RuntimePage | undefined;
  afterEach(() => page?.close());
  const mount = async (namespace: ModuleNamespace): Promise<string> => {
    const { window, federation } = page as RuntimePage;
    const { contract } = await federation.mountModule(namespace, window.document.createElement('div'), options);
    return contract;
  };

  it('is not fetched for plain modules', async () => {
    page = await RuntimePage.open();
    class Cart extends page.window.HTMLElement {}
    expect([await mount({ mount() {} }), await mount({ default: Cart })]).to.deep.equal(['mount', 'element']);
    expect(page.fetched('/__runtime/federation-')).to.deep.equal([]);
  });

  it('is fetched once for others', async () => {
    page = await RuntimePage.open();
    const modules = [{ default: { mount() {} } }, { default() {} }];
    expect(await Promise.all(modules.map(mount))).to.deep.equal(['object', 'function']);
    expect(page.fetched('/__runtime/federation-')).to.have.length(1);
  });

  it('says so where it is missing, and plain modules are mounted all the same', async () => {
    page = await RuntimePage.open({ script: 'inline' });
    const error = await mount({ default: { mount() {} } }).catch((reason) => reason);
    expect([error.code, error.details.url]).to.deep.equal(['script-unreachable', 'federation-recognise-contract.js']);
    expect(await mount({ mount() {} })).to.equal('mount');
  });

  it('is fetched again for the next who asks, if it did not arrive; but Firefox remembers that until the page is reloaded', async () => {
    const folder = `${location.origin}/__fault/flaky,fail=1,id=${crypto.randomUUID()}/__runtime/`;
    await fetch(`${folder}federation.js`);
    page = await RuntimePage.open({ folder });
    const mountIt = (): Promise<string> => mount({ default: { mount() {} } }).catch(({ code }) => code);
    expect(await mountIt()).to.equal('script-unreachable');
    expect(await mountIt()).to.equal(isSingleMap ? 'script-unreachable' : 'object');
  });
});
