import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createProject, type Files } from '../../test/node/support/create-project.js';
import { type Bundle, bundle } from './bundle.js';
import { createSettings } from './create-settings.js';

async function bundleFiles(files: Files, standalone?: 'esm' | 'iife'): Promise<Bundle> {
  const { root } = await createProject({ files });
  const config = { name: 'cart', exposes: { './Cart': 'src/cart.js' } };
  const settings = createSettings(config, { root, file: 'test', minify: false });
  const entryPoints = new Map([['Cart', settings.exposes[0]?.file ?? '']]);
  return bundle({ own: undefined, folder: '', entryPoints, ...(standalone && { standalone }) }, settings, []);
}

describe('a bundle', () => {
  it('has the files of its entry points, and of their lazy parts', async () => {
    const { entries, files } = await bundleFiles({
      'src/cart.js': "export const load = () => import('./lazy.js');",
      'src/lazy.js': 'export const lazy = 1;',
    });
    const entry = files.find(({ name }) => name === entries.get('Cart'));
    assert.equal(files.length, 2);
    assert.deepEqual(entry?.dynamicImports, [files.find((file) => file !== entry)?.name]);
  });

  it('takes along what a source names by new URL(…, import.meta.url), and says who names it', async () => {
    const { entries, files } = await bundleFiles({
      'src/cart.js': "new Worker(new URL('./work.js', import.meta.url), { type: 'module' });",
      'src/work.js': "import './part.js';",
      'src/part.js': 'self.part = 1;',
    });
    const entry = files.find(({ name }) => name === entries.get('Cart'));
    const worker = files.find(({ name }) => name.startsWith('work-'));
    assert.ok(worker?.text.includes('self.part = 1'));
    assert.deepEqual(entry?.references, [worker?.name]);
  });

  it('may be a script that runs where no modules are', async () => {
    const { files } = await bundleFiles({ 'src/cart.js': 'self.where = import.meta.url;' }, 'iife');
    assert.ok(!/\bimport\b/.test(files[0]?.text ?? ''));
  });

  const failures: readonly [title: string, source: string, code: string, details: object][] = [
    [
      'names each import that leads nowhere, with its importer',
      "import './gone.js'; import 'ghost'; import 'node:fs';",
      'import-unresolved',
      {
        imports: [
          { specifier: './gone.js', importer: 'src/cart.js', line: 1, builtin: false },
          { specifier: 'ghost', importer: 'src/cart.js', line: 1, builtin: false },
          { specifier: 'node:fs', importer: 'src/cart.js', line: 1, builtin: true },
        ],
      },
    ],
    [
      'names the place where a source is wrong',
      'export const a = 1;\nexport const b = ;',
      'source-invalid',
      { problems: [{ text: 'Unexpected ";"', file: 'src/cart.js', line: 2, column: 18 }] },
    ],
  ];
  for (const [title, source, code, details] of failures) {
    it(title, async () => {
      await assert.rejects(bundleFiles({ 'src/cart.js': source }), { name: 'BuildError', code, details });
    });
  }
});
