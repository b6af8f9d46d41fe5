import { expect } from '@esm-bundle/chai';
import { echoAddress, origins, requestsTo } from '../../test/browser/support/origins.js';
import { preloadFiles } from './preload-files.js';

const links = (): number => document.querySelectorAll('link[rel=modulepreload]').length;

describe('preloadFiles', () => {
  it('fetches modules without running them, once, and leaves nothing in the page', async () => {
    const mark = crypto.randomUUID();
    const body = `window.preloaded = (window.preloaded ?? 0) + 1; // ${mark}`;
    const url = echoAddress(origins.second, 'module.js', body);
    preloadFiles([url], { rel: 'modulepreload', nonce: 'a1' });
    const link = document.querySelector<HTMLLinkElement>('link[rel=modulepreload]');
    expect(link?.nonce).to.equal('a1');
    await new Promise((resolve) => link?.addEventListener('load', resolve));
    expect([links(), (window as { preloaded?: number }).preloaded]).to.deep.equal([0, undefined]);
    await import(url);
    expect((window as { preloaded?: number }).preloaded).to.equal(1);
    expect(await requestsTo(origins.second, mark)).to.have.length(1);
  });

  it('fetches stylesheets that are not used yet, for the links that will use them', async () => {
    const mark = crypto.randomUUID();
    const url = echoAddress(origins.second, 'style.css', `body { --mark: "${mark}"; }`);
    preloadFiles([url], { rel: 'preload', as: 'style' }, { crossOrigin: 'anonymous' });
    const link = document.querySelector('link[rel=preload][as=style]');
    await new Promise((resolve) => link?.addEventListener('load', resolve));
    expect(getComputedStyle(document.body).getPropertyValue('--mark')).to.equal('');
    const using = Object.assign(document.createElement('link'), {
      rel: 'stylesheet',
      crossOrigin: 'anonymous',
      href: url,
    });
    const used = new Promise((resolve) => using.addEventListener('load', resolve));
    document.head.append(using);
    await used;
    expect(getComputedStyle(document.body).getPropertyValue('--mark')).to.equal(`"${mark}"`);
    expect(await requestsTo(origins.second, mark)).to.have.length(1);
    using.remove();
  });

  it('says nothing of a file that is not there', async () => {
    preloadFiles([`${origins.second}/__fault/404/${crypto.randomUUID()}.js`], { rel: 'modulepreload' });
    const link = document.querySelector('link[rel=modulepreload]');
    await new Promise((resolve) => {
      link?.addEventListener('error', resolve);
      // Firefox takes any answer for a success.
      link?.addEventListener('load', resolve);
    });
    expect(links()).to.equal(0);
  });
});
