import assert from 'node:assert/strict';
import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { type Built, buildProject } from '../../test/node/support/build-project.js';
import { installPackages } from '../../test/node/support/install-packages.js';
import { runOutput } from '../../test/node/support/run-output.js';
import { build } from './build.js';

const files = {
  'src/m.js':
    "import { shared } from './part.js'; export const load = () => import('./lazy.js'); export const v = shared;",
  'src/n.js':
    "import { shared } from './part.js'; export const load = () => import('./m.js'); export const w = shared;",
  'src/part.js': 'export const shared = { a: 1 };',
  'src/lazy.js': "import { v } from './m.js'; export const again = () => v;",
};
const config = { exposes: { './M': './src/m.js', './N': './src/n.js' } };

/** The name of the file that a module became, without its hash. */
const stem = (path: string): string => path.replace(/-[0-9A-Z]{8}\./, '.');
const names = ({ files: all }: Pick<Built, 'files'>): string[] => all.map(({ path }) => path);
const changed = (before: Built, now: Built): string[] =>
  names(now)
    .filter((path) => path.endsWith('.js') && !names(before).includes(path))
    .map(stem)
    .sort();

describe('the names of files', () => {
  it('stay if nothing changes', async () => {
    const built = await buildProject({ files, config });
    assert.deepEqual(names(await built.again()), names(built));
  });

  it('change with their own bytes, and with those of the files behind them', async () => {
    const built = await buildProject({ files, config });
    await built.project.write({ 'src/part.js': 'export const shared = { a: 2 };' });
    assert.deepEqual(changed(built, await built.again()), ['M.js', 'N.js', 'chunk.js', 'chunk.js', 'lazy.js']);
  });

  it('stay if something changes that is not behind them', async () => {
    const built = await buildProject({
      files: { ...files, 'src/other.js': 'export const o = 1;' },
      config: { exposes: { ...config.exposes, './O': './src/other.js' } },
    });
    await built.project.write({ 'src/other.js': 'export const o = 2;' });
    assert.deepEqual(changed(built, await built.again()), ['O.js']);
  });

  it('lead to the right files also where these import each other', async () => {
    const { outDir } = await buildProject({ files, config });
    const code =
      "const m = await import('it/M'); const n = await import('it/N'); return [(await m.load()).again().a, (await n.load()) === m];";
    assert.deepEqual(await runOutput(outDir, code), [1, true]);
  });

  for (const options of [{}, { mode: 'development' }, { sourcemap: true }] as const) {
    it(`and the bytes are the same in any folder, with ${JSON.stringify(options)}`, async () => {
      const packages = { react: '19.2.0', 'react-dom': '19.2.0', lit: '3.3.1', '@lit/context': '1.1.6' };
      const project = {
        'package.json': { name: 'p', version: '1.0.0', type: 'module', dependencies: packages },
        'src/m.jsx':
          "import './m.css'; import styles from './card.module.css'; import logo from './logo.svg'; import cjs from './c.cjs'; import { useState } from 'react'; import { createRoot } from 'react-dom/client'; import { html } from 'lit'; import { createContext } from '@lit/context'; export const load = () => import('./lazy.js'); export const worker = () => new Worker(new URL('./worker.js', import.meta.url), { type: 'module' }); export const all = [styles, logo, cjs, useState, createRoot, html, createContext, <b />, new URL('./logo.svg', import.meta.url)];",
        'src/m.css': '.m { background: url(logo.svg) }',
        'src/card.module.css': '.title { color: red }',
        'src/lazy.js': "import './lazy.css'; export const lazy = {};",
        'src/lazy.css': '.lazy { color: blue }',
        'src/worker.js': "import { lazy } from './lazy.js'; self.postMessage(lazy);",
        'src/c.cjs': 'module.exports = 1;',
        'src/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      };
      const exposing = { exposes: { './M': 'src/m.jsx' } };
      // Once below the packages, once with packages of its own, in a folder of another depth.
      const first = await buildProject({ packages, files: project, config: exposing, ...options });
      const elsewhere = await mkdtemp(join(await realpath(tmpdir()), 'a-b-'));
      after(() => rm(elsewhere, { recursive: true, force: true }));
      const root = join(elsewhere, 'deep', 'inside');
      await cp(first.project.root, root, { recursive: true });
      await rm(join(root, 'dist'), { recursive: true });
      await cp(join(await installPackages(packages), 'node_modules'), join(root, 'node_modules'), { recursive: true });
      const second = await build({ root, config: { name: 'it', ...exposing }, ...options });
      assert.deepEqual(names(second), names(first));
      for (const [index, { path, contents }] of second.files.entries()) {
        const text = Buffer.from(contents);
        assert.ok(text.equals(Buffer.from(first.files[index]?.contents ?? [])), path);
        // A source may write what it likes; what is ours of a source map is its list of sources.
        const ours = path.endsWith('.map') ? String(JSON.parse(text.toString()).sources) : text.toString();
        for (const place of [root, elsewhere, 'node_modules', process.cwd()]) assert.ok(!ours.includes(place), path);
        assert.doesNotMatch(ours, /^\s*(?:\/\/|\/\*) [\w./@-]+\.(?:jsx?|cjs|css)\b/m, path);
      }
    });
  }
});
