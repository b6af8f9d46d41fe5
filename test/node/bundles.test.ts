import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
// @ts-expect-error: a script without types
import { makeBundles } from '../../scripts/make-bundles.mjs';
import { hasBrowser, runOnPage } from './support/run-in-browser.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const scripts: readonly (readonly [file: string, html: string])[] = [
  ['federation.js', '<script src="/bundles/federation.js"></script>'],
  [
    'federation.mjs',
    '<script type="module">import * as all from "/bundles/federation.mjs"; window.FederationElements = all;</script>',
  ],
];

/** A remote that throws and one that runs, loaded and mounted, and what the page then says of them. */
const code = `
  const folder = '/test/browser/fixtures/runtime';
  const { createFederation, FederationError, mountModule } = FederationElements;
  const manifest = { alpha: folder + '/alpha/remoteEntry.json', gone: folder + '/gone/remoteEntry.json', beta: folder + '/beta/remoteEntry.json' };
  const federation = createFederation({ manifest, retry: 0 });
  const [alpha, beta] = await Promise.all([federation.loadModule('alpha'), federation.loadModule('beta')]);
  const gone = await federation.loadModule('gone').catch((error) => error);
  const place = document.createElement('div');
  const mount = (target) => { target.textContent = 'mounted'; };
  const mounted = await mountModule({ mount }, place, { remote: 'alpha', module: './Main' });
  return [
    alpha.namespace.name,
    alpha.namespace.instance === beta.namespace.instance,
    gone instanceof FederationError && gone.code,
    mounted.contract + ' ' + place.textContent,
    customElements.getName(customElements.get('federation-remote')),
  ];`;

describe('the bundles, minified as they are published', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bundles-'));
    await makeBundles(folder);
  });
  after(() => rm(folder, { recursive: true }));

  for (const [file, html] of scripts) {
    it(`run as ${file}`, { skip: !hasBrowser && 'no Chromium is installed' }, async () => {
      const read = (path: string): Promise<Uint8Array> =>
        readFile(path.startsWith('/bundles/') ? folder + path.slice('/bundles'.length) : root + path.slice(1));
      const { value } = await runOnPage(html, read, code);
      assert.deepEqual(value, ['alpha', true, 'remote-entry-unreachable', 'mount mounted', 'federation-remote']);
    });

    it(`lead from ${file} to the sources`, async () => {
      const text = await readFile(`${folder}/${file}`, 'utf8');
      assert.match(text, new RegExp(`//# sourceMappingURL=${file}\\.map\\s*$`));
      const { sources } = JSON.parse(await readFile(`${folder}/${file}.map`, 'utf8')) as { sources: string[] };
      const ours = sources.filter((source) => source.endsWith('/src/core/negotiate.ts'));
      assert.equal(ours.length, 1);
    });
  }

  it('have the licence in front', async () => {
    for (const [file] of scripts)
      assert.match(await readFile(`${folder}/${file}`, 'utf8'), /^\/\*! federation-elements /);
  });

  it('have beside them what they load lazily', () => {
    for (const file of ['federation-rescue-loader.js', 'es-module-shims.js'])
      assert.ok(existsSync(`${folder}/${file}`));
  });
});
