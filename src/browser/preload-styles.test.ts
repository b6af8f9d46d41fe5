import { expect } from '@esm-bundle/chai';
import { echoAddress, origins, requestsTo } from '../../test/browser/support/origins.js';
import { preloadStyles } from './preload-styles.js';

const preloading = (): HTMLLinkElement | null => document.querySelector('link[rel=preload][as=style]');

describe('preloadStyles', () => {
  it('fetches stylesheets that are not used yet, for the links that will use them', async () => {
    const mark = crypto.randomUUID();
    const url = echoAddress(origins.second, 'style.css', `body { --mark: "${mark}"; }`);
    preloadStyles([url], new Map(), {});
    const link = preloading();
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

  it('says nothing of one that is not there, and leaves nothing in the page', async () => {
    preloadStyles([`${origins.second}/__fault/404/${crypto.randomUUID()}.css`], new Map(), {});
    const link = preloading();
    await new Promise((resolve) => {
      link?.addEventListener('error', resolve);
      link?.addEventListener('load', resolve);
    });
    expect(preloading()).to.equal(null);
  });
});
