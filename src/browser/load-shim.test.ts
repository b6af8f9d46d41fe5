import { expect } from '@esm-bundle/chai';
import { entries, failureOf, isSingleMap } from '../../test/browser/support/remotes.js';
import { RuntimePage } from '../../test/browser/support/runtime-page.js';
import type { FederationOptions } from './federation-api.js';

const shims = `${location.origin}/__runtime/es-module-shims.js`;
/** A policy that blocks the map and nothing else, so that every browser needs es-module-shims. */
const head = `<meta http-equiv="Content-Security-Policy" content="script-src ${location.origin} blob: ${new URL(entries.alpha).origin}">`;

describe('es-module-shims', () => {
  let page: RuntimePage;
  const load = async (options: FederationOptions = {}, before = ''): Promise<unknown> => {
    page = await RuntimePage.open({ head: head + before });
    const federation = page.federation.createFederation({ manifest: { alpha: entries.alpha }, ...options });
    return (await federation.loadModule('alpha')).namespace.name;
  };
  afterEach(() => page.close());

  it('is loaded from beside the script', async () => {
    expect(await load()).to.equal('alpha');
    expect(page.fetched('es-module-shims')).to.deep.equal([shims]);
  });

  it('is loaded from where the page says', async () => {
    expect(await load({ polyfill: '/__runtime/es-module-shims.js?mine' })).to.equal('alpha');
    expect(page.fetched('es-module-shims')).to.deep.equal([`${shims}?mine`]);
  });

  it('that is not there is import-map-rejected, with the reason', async () => {
    const { code, details } = await failureOf(load({ polyfill: '/nowhere.js' }));
    expect([code, details.reason]).to.deep.equal(['import-map-rejected', 'a Content-Security-Policy forbids it']);
  });

  it('that the page does not let in what it makes is import-map-rejected, and says what to allow', async () => {
    page = await RuntimePage.open({ head: head.replace(' blob:', '') });
    const federation = page.federation.createFederation({ manifest: { alpha: entries.alpha } });
    const { code, cause } = (await failureOf(federation.loadModule('alpha'))) as { code: string; cause?: Error };
    expect(code).to.equal('import-map-rejected');
    expect(cause?.message).to.contain('add blob: to the script-src');
  });

  it('that the page does not want is import-map-rejected', async () => {
    expect(await failureOf(load({ polyfill: 'none' }))).to.have.property('code', 'import-map-rejected');
    expect(page.fetched('es-module-shims')).to.have.length(0);
  });

  it('that the page has loaded itself, in the mode that takes no further maps, is import-map-rejected', async () => {
    const { code } = await failureOf(load({}, `<script src="${shims}"></script>`));
    expect(code).to.equal('import-map-rejected');
  });

  it('is not loaded as long as the browser takes the map', async () => {
    page = await RuntimePage.open();
    const federation = page.federation.createFederation({ manifest: { alpha: entries.alpha } });
    await federation.loadModule('alpha');
    expect(page.isPolyfilled).to.equal(false);
    await federation.register('beta', entries.beta);
    expect(page.isPolyfilled).to.equal(isSingleMap);
  });
});
