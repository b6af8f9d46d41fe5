import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { buildProject } from '../../test/node/support/build-project.js';
import { depending, pack } from '../../test/node/support/pack.js';
import { hasBrowser, runInBrowser } from '../../test/node/support/run-in-browser.js';
import { runOutput } from '../../test/node/support/run-output.js';

const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';

describe('an image that a script imports', () => {
  it('is an address beside the script, not beside the page', { skip: !hasBrowser }, async () => {
    const { outDir } = await buildProject({
      files: {
        ...depending('a'),
        ...pack('a', { 'index.js': "export { default as theirs } from './theirs.svg';", 'theirs.svg': svg }),
        'src/m.js':
          "import own from './own.svg'; import { theirs } from 'a'; export const v = await Promise.all([own, theirs].map(async (url) => (await fetch(url)).status));",
        'src/own.svg': svg,
      },
    });
    assert.deepEqual(await runInBrowser(outDir, "return (await import('it/M')).v"), { value: [200, 200], errors: [] });
  });

  for (const mode of ['production', 'development'] as const) {
    it(`is the same address where it is exposed itself, in ${mode}`, async () => {
      const built = await buildProject({
        mode,
        sourcemap: true,
        files: { 'src/own.svg': svg, 'src/m.js': "export { default as v } from './own.svg';" },
        config: { exposes: { './Own': './src/own.svg', './M': './src/m.js' } },
      });
      const image = built.files.find(({ path }) => path.endsWith('.svg'))?.path;
      const expected = pathToFileURL(`${built.outDir}/${image}`).href;
      const code = "return [(await import('it/Own')).default, (await import('it/M')).v]";
      assert.deepEqual(await runOutput(built.outDir, code), [expected, expected]);
      assert.ok(![...built.texts.values()].some((text) => text.includes(built.project.root)));
    });
  }

  it('is a text if the config has such a loader', async () => {
    const { texts, entry } = await buildProject({
      files: { 'src/m.js': "export { default as v } from './own.svg';", 'src/own.svg': svg },
      config: { esbuild: { loader: { '.svg': 'text' } } },
    });
    assert.ok(texts.get(entry.exposes[0]?.outFileName ?? '')?.includes('<svg'));
  });

  it('lies beside the stylesheet that names it', async () => {
    const { texts, entry, files } = await buildProject({
      files: { 'src/m.js': "import './m.css';", 'src/m.css': '.a { background: url(./own.svg) }', 'src/own.svg': svg },
    });
    const image = files.find(({ path }) => path.endsWith('.svg'))?.path;
    assert.ok(
      texts
        .get(entry.exposes[0]?.styles?.[0] ?? '')
        ?.replaceAll('"', '')
        .includes(`url(./${image})`),
    );
  });
});
