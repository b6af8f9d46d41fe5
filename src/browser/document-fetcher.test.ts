import { expect } from '@esm-bundle/chai';
import { origins } from '../../test/browser/support/origins.js';
import { entries, failureOf, faultyBeta } from '../../test/browser/support/remotes.js';
import { RuntimePage, type RuntimePageOptions } from '../../test/browser/support/runtime-page.js';
import type { Federation, FederationOptions } from './federation-api.js';

const folder = '/test/browser/fixtures/runtime';
const { alpha, beta } = entries;

describe('a federation', () => {
  let page: RuntimePage;
  const start = async (options: FederationOptions, pageOptions: RuntimePageOptions = {}): Promise<Federation> => {
    page = await RuntimePage.open(pageOptions);
    return page.federation.createFederation(options);
  };
  afterEach(() => page.close());

  describe('with a manifest that cannot be used', () => {
    const manifests: readonly (readonly [fault: string, code: string])[] = [
      ['404', 'manifest-unreachable'],
      ['html', 'manifest-html'],
      ['malformed', 'manifest-malformed'],
      ['echo,body=%5B%5D', 'manifest-invalid'],
      ['hang', 'manifest-timeout'],
    ];
    for (const [fault, code] of manifests) {
      it(`rejects with ${code} for ${fault}, and so does every load`, async () => {
        const manifest = `${origins.second}/__fault/${fault}/m.json`;
        const federation = await start({ manifest, timeout: 1000, retry: 0 });
        const [ready, load] = [
          failureOf(federation.ready),
          failureOf(federation.loadModule('alpha', './Main', { timeout: 5000 })),
        ];
        expect((await ready).code).to.equal(code);
        expect((await load).code).to.equal(code);
        expect(federation.status).to.equal('error');
      });
    }

    it('refuses one that is no http address, without fetching', async () => {
      const federation = await start({ manifest: 'data:application/json,{}' });
      expect(await failureOf(federation.ready)).to.have.property('code', 'address-refused');
    });

    it('still has the remotes that are registered', async () => {
      const federation = await start({ manifest: `${origins.second}/__fault/404/m.json` });
      await federation.register('alpha', alpha);
      expect((await federation.loadModule('alpha')).namespace.name).to.equal('alpha');
    });

    it('fetches it again when it is asked for more', async () => {
      const manifest = `${origins.second}/__fault/flaky,id=${crypto.randomUUID()}${folder}/manifest.json`;
      const federation = await start({ manifest, retry: 0 });
      expect(await failureOf(federation.ready)).to.have.property('code', 'manifest-unreachable');
      // The manifest is there now; what it names is behind the same fault.
      expect(await failureOf(federation.loadModule('alpha'))).to.have.property('code', 'remote-entry-unreachable');
      expect((await federation.loadModule('alpha', './Main', { retry: 2 })).namespace.name).to.equal('alpha');
      expect(federation.status).to.equal('loaded');
    });
  });

  describe('with a remote entry that cannot be used', () => {
    const faults: readonly (readonly [fault: string, code: string])[] = [
      ['404', 'remote-entry-unreachable'],
      ['html', 'remote-entry-html'],
      ['malformed', 'remote-entry-malformed'],
      ['shape', 'remote-entry-invalid'],
      ['hang', 'remote-entry-timeout'],
    ];
    for (const [fault, code] of faults) {
      it(`marks it with ${code} for ${fault}, and the others load`, async () => {
        const federation = await start({
          manifest: { beta: faultyBeta(fault), alpha },
          timeout: 1500,
          retry: 0,
          patience: 0,
        });
        const failed: string[] = [];
        federation.addEventListener('remoteerror', ({ remote }) => failed.push(remote.name));
        const bad = failureOf(federation.loadModule('beta', './Main', { timeout: 5000 }));
        expect((await federation.loadModule('alpha')).namespace.name).to.equal('alpha');
        expect(await bad).to.have.property('code', code);
        const state = federation.remotes.get('beta');
        expect(state?.status === 'error' && state.error.code).to.equal(code);
        expect(failed).to.deep.equal(['beta']);
        await federation.ready;
      });
    }
  });

  describe('finds', () => {
    const places: readonly (readonly [what: string, options: FederationOptions, page?: RuntimePageOptions])[] = [
      [
        'what its inline manifest names, from the base of the page',
        { manifest: { alpha: '../runtime/alpha/remoteEntry.json' } },
        { base: `${origins.second}/test/browser/fixtures/anything/` },
      ],
      [
        'its manifest, from the base of the page, and its remotes, from the manifest',
        { manifest: 'manifest.json' },
        { base: `${origins.second}${folder}/` },
      ],
      [
        'its manifest, from the base that it is told',
        { manifest: 'runtime/manifest.json', base: `${origins.second}/test/browser/fixtures/` },
      ],
      [
        'its remotes, from where its manifest was redirected to',
        {
          manifest: `${origins.second}/__fault/redirect,to=${encodeURIComponent(`${folder}/manifest.json`)}/m.json`,
        },
      ],
    ];
    for (const [what, options, pageOptions] of places) {
      it(what, async () => {
        const federation = await start({ ...options, patience: 0 }, pageOptions);
        expect((await federation.loadModule('alpha')).entry.url).to.equal(alpha);
      });
    }

    it('nothing on an origin that the page does not allow', async () => {
      const federation = await start({ manifest: { alpha, beta }, allow: [origins.second] });
      await federation.loadModule('alpha');
      expect(await failureOf(federation.loadModule('beta'))).to.have.property('code', 'address-refused');
      expect(page.fetched(origins.third)).to.have.length(0);
    });

    it('nothing where an address that is allowed is redirected to another origin', async () => {
      const to = encodeURIComponent(beta);
      const federation = await start({
        manifest: { beta: `${origins.second}/__fault/redirect,to=${to}/remoteEntry.json` },
      });
      const { code, details } = await failureOf(federation.loadModule('beta'));
      expect(code).to.equal('address-refused');
      expect(details).to.deep.equal({ address: beta, refusal: 'origin' });
    });
  });
});
