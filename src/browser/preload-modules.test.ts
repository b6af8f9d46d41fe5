import { expect } from '@esm-bundle/chai';
import { echoAddress, origins, requestsTo } from '../../test/browser/support/origins.js';
import { preloadModules } from './preload-modules.js';

const links = (): number => document.querySelectorAll('link[rel=modulepreload]').length;

describe('preloadModules', () => {
  it('fetches modules without running them, once, and leaves nothing in the page', async () => {
    const mark = crypto.randomUUID();
    const body = `window.preloaded = (window.preloaded ?? 0) + 1; // ${mark}`;
    const url = echoAddress(origins.second, 'module.js', body);
    preloadModules([url], 'a1');
    const link = document.querySelector<HTMLLinkElement>('link[rel=modulepreload]');
    expect(link?.nonce).to.equal('a1');
    await new Promise((resolve) => link?.addEventListener('load', resolve));
    expect([links(), (window as { preloaded?: number }).preloaded]).to.deep.equal([0, undefined]);
    await import(url);
    expect((window as { preloaded?: number }).preloaded).to.equal(1);
    expect(await requestsTo(origins.second, mark)).to.have.length(1);
  });

  it('fetches nothing by a nonce that is not known', () => {
    preloadModules([`${origins.second}/test/browser/fixtures/plain/module.js`], undefined);
    expect(links()).to.equal(0);
  });

  it('says nothing of a file that is not there', async () => {
    preloadModules([`${origins.second}/__fault/404/${crypto.randomUUID()}.js`], '');
    const link = document.querySelector('link[rel=modulepreload]');
    await new Promise((resolve) => {
      link?.addEventListener('error', resolve);
      // Firefox takes any answer for a success.
      link?.addEventListener('load', resolve);
    });
    expect(links()).to.equal(0);
  });
});
