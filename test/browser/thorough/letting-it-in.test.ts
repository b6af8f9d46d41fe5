import { expect } from '@esm-bundle/chai';
import { origins } from '../support/origins.js';
import { entries, isSingleMap } from '../support/remotes.js';
import { RuntimePage, type RuntimePageOptions } from '../support/runtime-page.js';

const { alpha, gamma } = entries;

/** A page under a Content-Security-Policy. */
const under = (policy: string, others: RuntimePageOptions = {}): RuntimePageOptions => ({
  head: `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  ...others,
});

const trustedTypes = (names: string): string => `require-trusted-types-for 'script'; trusted-types ${names}`;

/** Loads two remotes that cannot use the same copy, which is not plain, and says by what they came. */
async function tryPage(page: RuntimePage, options: object): Promise<string> {
  const federation = page.federation.createFederation({ manifest: { alpha, gamma }, retry: 0, ...options });
  try {
    const loaded = await Promise.all(['alpha', 'gamma'].map((name) => federation.loadModule(name)));
    const versions = loaded.map(({ namespace }) => namespace.version);
    return `${versions} ${page.isPolyfilled ? 'by es-module-shims' : 'by the browser'}`;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

const native = '1.2.0,2.0.0 by the browser';
const polyfilled = '1.2.0,2.0.0 by es-module-shims';
const here = location.origin;
const allowed = `${here} ${origins.second} ${origins.fourth}`;
/** Another origin than the page's, with the same files, and CORS. */
const elsewhere = `http://127.0.0.1:${location.port}/__fault/slow,ms=0/__runtime/`;

const cases: readonly (readonly [what: string, options: RuntimePageOptions, outcome: string, federation?: object])[] = [
  ['without a policy', {}, native],
  ['under a nonce', under("script-src 'nonce-a1'", { nonce: 'a1' }), native],
  ['under a nonce, with strict-dynamic', under("script-src 'nonce-a1' 'strict-dynamic'", { nonce: 'a1' }), native],
  ['under a nonce that is only said', under(`script-src ${allowed} 'nonce-a1'`), native, { nonce: 'a1' }],
  ['where only origins are listed', under(`script-src ${allowed} blob:`), polyfilled],
  ['where Trusted Types allow the policy', under(trustedTypes('federation')), native],
  ['where they allow one of another name', under(trustedTypes('mine')), native, { trustedTypesPolicy: 'mine' }],
  ['where they allow that of es-module-shims alone', under(trustedTypes('es-module-shims')), polyfilled],
  ['where they allow none', under(trustedTypes('other')), 'import-map-rejected', { polyfill: 'none' }],
  ['where policies are listed but not required', under('trusted-types other'), native],
  ['with a base', { base: `${origins.second}/somewhere/else/` }, native],
  ['from another folder', { folder: `${here}/__fault/slow,ms=0/__runtime/` }, native],
  ['from another origin', { folder: elsewhere }, native],
  ['from another origin, under a nonce', under("script-src 'nonce-a1'", { nonce: 'a1', folder: elsewhere }), native],
  [
    'from another origin, and whatever else is imported',
    under(`script-src ${allowed} http://127.0.0.1:${location.port} blob:`, { folder: elsewhere }),
    polyfilled,
  ],
  ['from an inline script', { script: 'inline', base: `${here}/__runtime/` }, native],
  ['from a script of an address that nothing is beside', { script: 'blob', base: `${here}/__runtime/` }, native],
  ['from a module', { script: 'module' }, isSingleMap ? polyfilled : native],
  [
    'where its origin is not listed',
    under(`script-src 'unsafe-inline' ${origins.second}`, { script: 'inline', base: `${here}/__runtime/` }),
    'script-unreachable',
  ],
];

describe('the thorough script', () => {
  for (const [what, options, outcome, federation = {}] of cases) {
    it(`gets into a page ${what}: ${outcome}`, async () => {
      const page = await RuntimePage.open(options);
      expect(await tryPage(page, federation)).to.equal(outcome);
      const address = `${options.folder ?? `${here}/__runtime/`}federation-thorough.js`;
      if (outcome !== 'script-unreachable') expect(page.fetched('federation-thorough')).to.deep.equal([address]);
      page.close();
    });
  }
});
