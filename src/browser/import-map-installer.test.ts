import { expect } from '@esm-bundle/chai';
import { origins } from '../../test/browser/support/origins.js';
import { RuntimePage, type RuntimePageOptions } from '../../test/browser/support/runtime-page.js';

const folder = '/test/browser/fixtures/runtime';
const alpha = `${origins.second}${folder}/alpha/remoteEntry.json`;

/** A page under a Content-Security-Policy. */
const under = (policy: string, others: RuntimePageOptions = {}): RuntimePageOptions => ({
  head: `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  ...others,
});

const trustedTypes = (names: string): string => `require-trusted-types-for 'script'; trusted-types ${names}`;

/** What a page does: whether the map went in natively, and what the module said. */
async function tryPage(options: RuntimePageOptions, federationOptions = {}): Promise<string> {
  const page = await RuntimePage.open(options);
  try {
    const federation = page.federation.createFederation({ manifest: { alpha }, ...federationOptions });
    const { namespace } = await federation.loadModule('alpha');
    return `${namespace.name} ${page.isPolyfilled ? 'by es-module-shims' : 'by the browser'}`;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    page.close();
  }
}

const native = 'alpha by the browser';
const polyfilled = 'alpha by es-module-shims';
const here = location.origin;
const allowed = `${here} ${origins.second}`;

const cases: readonly (readonly [what: string, options: RuntimePageOptions, outcome: string, federation?: object])[] = [
  ['without a policy', {}, native],
  ['under a nonce, copied from the script', under("script-src 'nonce-a1' 'strict-dynamic'", { nonce: 'a1' }), native],
  ['under a nonce without strict-dynamic', under("script-src 'nonce-a1'", { nonce: 'a1' }), native],
  ['under a nonce that is only said', under(`script-src ${allowed} 'nonce-a1'`), native, { nonce: 'a1' }],
  [
    'under a nonce that another script of the page has',
    under(`script-src ${allowed} 'nonce-a1'`, { nonce: 'a1', script: 'module' }),
    isSingleMap() ? 'import-map-rejected' : native,
    { polyfill: 'none' },
  ],
  ['without the nonce', under(`script-src ${allowed}`), 'import-map-rejected', { polyfill: 'none' }],
  ['without the nonce, by es-module-shims', under(`script-src ${allowed} blob:`), polyfilled],
  ['where Trusted Types allow the policy', under(trustedTypes('federation')), native],
  [
    'where Trusted Types allow a policy of another name',
    under(trustedTypes('mine')),
    native,
    { trustedTypesPolicy: 'mine' },
  ],
  [
    'where Trusted Types allow no such policy',
    under(trustedTypes('other')),
    'import-map-rejected',
    { polyfill: 'none' },
  ],
  ['where policies are listed but not required', under('trusted-types other'), native],
  ['where Trusted Types allow that of es-module-shims alone', under(trustedTypes('es-module-shims')), polyfilled],
  [
    'whose policy does not list the origin of the remote, which stays out',
    under(`script-src ${here} 'nonce-a1'`),
    'module-unreachable',
    { nonce: 'a1', retry: 0 },
  ],
  ['from an inline script', { script: 'inline' }, native],
  ['from a module script', { script: 'module' }, isSingleMap() ? polyfilled : native],
  [
    'after a module, where es-module-shims is not wanted',
    { head: '<script type="module"></script>', script: 'module' },
    isSingleMap() ? 'import-map-rejected' : native,
    { polyfill: 'none' },
  ],
];

/** Whether this browser takes one import map only, before the first module. */
function isSingleMap(): boolean {
  return navigator.userAgent.includes('Firefox');
}

describe('an import map', () => {
  for (const [what, options, outcome, federation] of cases) {
    it(`goes into a page ${what}: ${outcome}`, async () => {
      expect(await tryPage(options, federation)).to.equal(outcome);
    });
  }

  it('is the only text that the Trusted Types policy lets through', async () => {
    const page = await RuntimePage.open({
      head: `<script>
        const original = trustedTypes.createPolicy;
        trustedTypes.createPolicy = function (name, rules) { window.rules = rules; return original.call(this, name, rules); };
      </script>`,
    });
    await page.federation.createFederation({ manifest: { alpha } }).ready;
    const { rules } = page.window as unknown as { rules: { createScript(text: string): string } };
    expect(() => rules.createScript('{"imports":{}}')).to.throw();
    expect(() => rules.createScript(page.importMaps[0]?.textContent ?? '')).to.throw();
    page.close();
  });

  it('carries the nonce where no selector can read it', async () => {
    const page = await RuntimePage.open({ nonce: 'a1' });
    await page.federation.createFederation({ manifest: { alpha } }).ready;
    expect(page.importMaps[0]?.nonce).to.equal('a1');
    page.close();
  });

  it('is not put into a page that has no remote, for in Firefox there is only one', async () => {
    const page = await RuntimePage.open();
    const federation = await page.federation.createFederation().ready;
    expect(page.importMaps).to.have.length(0);
    await federation.register('alpha', alpha);
    expect(page.importMaps).to.have.length(1);
    expect(page.isPolyfilled).to.equal(false);
    page.close();
  });
});
