import { expect } from '@esm-bundle/chai';
import { entries } from '../../test/browser/support/remotes.js';
import { RuntimePage } from '../../test/browser/support/runtime-page.js';

const { alpha, beta } = entries;

describe('a document', () => {
  let page: RuntimePage;
  beforeEach(async () => {
    page = await RuntimePage.open();
  });
  afterEach(() => page.close());

  it('has no federation until one is created', async () => {
    const { federationOf, whenFederation, createFederation } = page.federation;
    expect(federationOf(page.window.document)).to.equal(undefined);
    const waiting = whenFederation(page.window.document);
    const created = createFederation();
    expect(federationOf(page.window.document)).to.equal(created);
    expect(await waiting).to.equal(created);
    expect(await whenFederation(page.window.document)).to.equal(created);
  });

  it('has one federation: a second adds its manifest to the first', async () => {
    const first = page.federation.createFederation({ manifest: { alpha } });
    const second = page.federation.createFederation({ manifest: { beta } });
    expect(second).to.equal(first);
    expect((await second.loadModule('beta')).namespace.name).to.equal('beta');
    expect(page.importMaps).to.have.length(1);
  });

  it('shares it between the classic script and the module', async () => {
    const created = page.federation.createFederation();
    const address = `${location.origin}/__runtime/federation.mjs`;
    const module = await (page.window as unknown as { eval(code: string): Promise<typeof page.federation> }).eval(
      `import('${address}')`,
    );
    expect(module.federationOf(page.window.document)).to.equal(created);
    expect(module.createFederation()).to.equal(created);
  });

  it('keeps its federation, whatever a later script does', () => {
    const created = page.federation.createFederation();
    const [key] = Object.getOwnPropertySymbols(page.window.document).filter(
      (symbol) => symbol.description === 'federation-elements',
    );
    const replace = (): unknown => Object.defineProperty(page.window.document, key ?? '', { value: 'mine' });
    expect(replace).to.throw();
    expect(page.federation.federationOf(page.window.document)).to.equal(created);
  });
});
