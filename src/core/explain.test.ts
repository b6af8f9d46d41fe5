import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FederationErrorDetails } from './errors.js';
import { type ExplainedCode, explain } from './explain.js';

const url = 'https://cart.example/remoteEntry.json';
const module = './Cart';
const remote = 'cart';
const shape = { url, field: 'exposes[0].key', expected: 'a text', found: '7' };

/** An example of each. */
const examples: Pick<FederationErrorDetails, ExplainedCode> = {
  'manifest-unreachable': { url, reason: 'Failed to fetch', integrity: 'sha384-AAAA' },
  'manifest-html': { url },
  'manifest-malformed': { url, reason: 'Unexpected token' },
  'manifest-invalid': shape,
  'manifest-timeout': { url, timeout: 10 },
  'remote-unknown': { remote: 'carts', known: ['badge', 'cart'] },
  'remote-entry-unreachable': { url, remote, reason: 'HTTP 404' },
  'remote-entry-html': { url, remote },
  'remote-entry-malformed': { url, remote, reason: 'Unexpected token' },
  'remote-entry-invalid': { ...shape, remote },
  'remote-entry-timeout': { url, remote, timeout: 10 },
  'version-conflict': { dependency: 'lit', shared: '3.3.1', sharedBy: 'shell', wanted: '^2.0.0', wantedBy: 'cart' },
  'shared-missing': { remote, specifier: 'react-dom/client' },
  'exposed-unknown': { remote, module: 'Crat', known: ['./Badge', './Cart'] },
  'address-refused': { address: 'ftp://cart.example/', refusal: 'scheme' },
  'import-map-rejected': { reason: 'the page had loaded a module before' },
  'module-unreachable': { remote, module, url, reason: 'HTTP 404' },
  'module-timeout': { remote, module, timeout: 10 },
  'module-failed': { remote, module, url, reason: 'no' },
};

describe('explain', () => {
  for (const [code, details] of Object.entries(examples)) {
    it(`names the facts of ${code}, and keeps the cause`, () => {
      const cause = new TypeError('the network is down');
      const error = explain(code as ExplainedCode, details as never, { cause });
      const { refusal: _refusal, known = [], ...facts } = details as { refusal?: string; known?: readonly string[] };
      for (const fact of [...Object.values(facts), ...known])
        assert.ok(error.message.includes(String(fact)), `${fact}`);
      assert.deepEqual([error.code, error.cause], [code, cause]);
      assert.deepEqual(error.details, {
        ...details,
        ...('nearest' in error.details && { nearest: error.details.nearest }),
      });
    });
  }

  it('finds the name that was probably meant', () => {
    const { nearest } = explain('remote-unknown', examples['remote-unknown']).details;
    const exposed = explain('exposed-unknown', examples['exposed-unknown']).details;
    assert.deepEqual([nearest, exposed.nearest], ['cart', './Cart']);
  });

  it('suggests no module to who named none', () => {
    const { details } = explain('exposed-unknown', { remote, module: '', known: ['./A', './B'] });
    assert.equal(details.nearest, undefined);
  });

  it('asks only for a new build of what a build has written', () => {
    for (const fault of ['malformed', 'invalid'] as const) {
      const cures = [`manifest-${fault}` as const, `remote-entry-${fault}` as const].map((code) =>
        explain(code, examples[code] as never).message.includes('Build and deploy'),
      );
      assert.deepEqual(cures, [false, true], fault);
    }
  });

  it('does not speak of the manifest of a page that has none', () => {
    const [none, some] = [false, true].map(
      (hasManifest) => explain('remote-unknown', { remote, known: ['badge'], hasManifest }).message,
    );
    assert.match(none ?? '', /no manifest/);
    assert.doesNotMatch(some ?? '', /no manifest/);
  });

  it('says what a browser does not: that a module may lack CORS or its MIME type', () => {
    const { message } = explain('module-unreachable', examples['module-unreachable']);
    for (const fact of ['CORS', 'MIME type']) assert.ok(message.includes(fact), fact);
  });

  it('says "none" where there is nothing to choose from', () => {
    assert.match(explain('remote-unknown', { remote, known: [] }).message, /\bnone\b/);
  });
});
