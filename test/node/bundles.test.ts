import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
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
const scripts: readonly (readonly [file: string, what: string, html: string])[] = [
  ['federation.js', 'a classic script', '<script src="/bundles/federation.js"></script>'],
  [
    'federation.js',
    'a classic script of which the hash is given',
    '<script src="/bundles/federation.js" integrity="sha384-HASH"></script>',
  ],
  [
    'federation.mjs',
    'a module',
    '<script type="module">import * as all from "/bundles/federation.mjs"; window.FederationElements = all;</script>',
  ],
];

/** Remotes that do not use the same copy, and one that is not there, loaded and mounted, and what the page then says of them. */
const code = `
  const folder = '/test/browser/fixtures/runtime';
  const { createFederation, FederationError, mountModule } = FederationElements;
  const manifest = { alpha: folder + '/alpha/remoteEntry.json', gone: folder + '/gone/remoteEntry.json', beta: folder + '/beta/remoteEntry.json', gamma: folder + '/gamma/remoteEntry.json' };
  const federation = createFederation({ manifest, retry: 0 });
  const [alpha, beta, gamma] = await Promise.all(['alpha', 'beta', 'gamma'].map((name) => federation.loadModule(name)));
  const gone = await federation.loadModule('gone').catch((error) => error);
  const place = document.createElement('div');
  const mount = (target) => { target.textContent = 'mounted'; };
  const mounted = await mountModule({ mount }, place, { remote: 'alpha', module: './Main' });
  return [
    alpha.namespace.name,
    alpha.namespace.instance === beta.namespace.instance,
    gamma.namespace.version,
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

  for (const [file, what, html] of scripts) {
    it(`run as ${file}, ${what}`, { skip: !hasBrowser && 'no Chromium is installed' }, async () => {
      const hash = createHash('sha384')
        .update(await readFile(`${folder}/${file}`))
        .digest('base64');
      const read = (path: string): Promise<Uint8Array> =>
        readFile(path.startsWith('/bundles/') ? folder + path.slice('/bundles'.length) : root + path.slice(1));
      const { value } = await runOnPage(html.replace('HASH', hash), read, code);
      assert.deepEqual(value, [
        'alpha',
        true,
        '2.0.0',
        'remote-entry-unreachable',
        'mount mounted',
        'federation-remote',
      ]);
    });
  }

  for (const [file, source] of [
    ['federation.js', 'src/browser/page-federation.ts'],
    ['federation.mjs', 'src/browser/page-federation.ts'],
    ['federation-thorough.js', 'src/core/negotiate.ts'],
  ] as const) {
    it(`lead from ${file} to the sources`, async () => {
      const text = await readFile(`${folder}/${file}`, 'utf8');
      assert.match(text, new RegExp(`//# sourceMappingURL=${file}\\.map\\s*$`));
      const { sources } = JSON.parse(await readFile(`${folder}/${file}.map`, 'utf8')) as { sources: string[] };
      assert.equal(sources.filter((path) => path.endsWith(`/${source}`)).length, 1);
    });
  }

  it('say of nothing twice what the thorough script knows', async () => {
    const sourcesOf = async (file: string): Promise<string[]> =>
      JSON.parse(await readFile(`${folder}/${file}.map`, 'utf8')).sources;
    const [page, thorough] = await Promise.all(['federation.js', 'federation-thorough.js'].map(sourcesOf));
    const only = [
      'negotiate',
      'create-import-map',
      'parse-remote-entry',
      'manifest',
      'json-shape',
      'version',
      'explain',
    ];
    const inPage = only.filter((name) => page?.some((path) => path.endsWith(`/src/core/${name}.ts`)));
    assert.deepEqual(inPage, []);
    assert.ok(!page?.some((path) => path.includes('/semver/')));
    assert.ok(!thorough?.some((path) => path.endsWith('/src/core/errors.ts')));
  });

  it('have the licence in front', async () => {
    for (const file of ['federation.js', 'federation.mjs', 'federation-thorough.js'])
      assert.match(await readFile(`${folder}/${file}`, 'utf8'), /^\/\*! federation-elements /);
  });

  it('name, as a classic script, the whole address of what they load lazily', async () => {
    assert.doesNotMatch(await readFile(`${folder}/federation.js`, 'utf8'), /import\(["'`]/);
    assert.match(await readFile(`${folder}/federation.mjs`, 'utf8'), /import\("\.\/federation-rescue-loader\.js"\)/);
  });

  it('have beside them what they load lazily', () => {
    for (const file of ['federation-thorough.js', 'federation-rescue-loader.js', 'es-module-shims.js'])
      assert.ok(existsSync(`${folder}/${file}`));
  });
});
