import assert from 'node:assert/strict';
import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { type Built, buildProject } from '../../test/node/support/build-project.js';
import { installPackages } from '../../test/node/support/install-packages.js';
import { runOutput } from '../../test/node/support/run-output.js';
import { fileUrl } from '../core/file-url.js';
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
const mapsOf = (text: string): string[] => [...text.matchAll(/ sourceMappingURL=(\S+)/g)].map(([, map = '']) => map);

/** The source, and the text in it, that the source map gives for a text of the output. */
function placeOf(wanted: string, path: string, { texts }: Built): [file: string, text: string | undefined] {
  const before = (texts.get(path) ?? '').split(wanted, 1)[0] ?? '';
  const map = JSON.parse(texts.get(`${path}.map`) ?? '');
  const column = before.length - before.lastIndexOf('\n') - 1;
  const entry = new SourceMap(map).findEntry(before.split('\n').length - 1, column);
  assert.ok('originalSource' in entry);
  const line = map.sourcesContent[map.sources.indexOf(entry.originalSource)].split('\n')[entry.originalLine];
  return [entry.originalSource, line.slice(entry.originalColumn, entry.originalColumn + wanted.length)];
}
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

  it('are two for two modules, also if these have the same name and the same text', async () => {
    const { outDir } = await buildProject({
      files: {
        'src/m.js':
          "const [a, b, c] = await Promise.all([import('./a/state x.js'), import('./b/state x.js'), import('./b/state-x.js')]); export const v = new Set([a.state, b.state, c.state]).size;",
        'src/a/state x.js': 'export const state = {};',
        'src/b/state x.js': 'export const state = {};',
        'src/b/state-x.js': 'export const state = {};',
      },
    });
    assert.equal(await runOutput(outDir, "return (await import('it/M')).v"), 3);
  });

  for (const minify of [true, false]) {
    it(`hold nothing that a URL cannot, whatever the sources are called${minify ? '' : ', also not minified'}`, async () => {
      const odd = ['with blanks', 'a#b', '100%', '50%41', 'a?b', "it's", 'a`b{c}', 'ünï', '[id]'];
      const imports = odd.map((name) => `import(${JSON.stringify(`./lazy/${name}.js`)})`);
      const built = await buildProject({
        minify,
        sourcemap: true,
        files: {
          'src/my module #1.js': `import './my style.css'; import logo from './my logo (1).svg'; import './plain.js'; export const load = () => Promise.all([${imports}]); export const urls = [logo, new URL('./my data.txt', import.meta.url).href]; export const start = () => new Worker(new URL('./my worker.js', import.meta.url)); export const fail = () => { throw new Error('here'); };`,
          'src/my style.css': '@import "./my other.css"; .a { background: url("./my logo (1).svg") }',
          'src/my other.css': '.b { color: red }',
          'src/my logo (1).svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
          'src/my data.txt': 'text',
          'src/my worker.js': 'self.postMessage(1);',
          'src/plain.js': "export const load = () => import('./lazy/with blanks.js');",
          ...Object.fromEntries(odd.map((name, index) => [`src/lazy/${name}.js`, `export const value = ${index};`])),
        },
        config: { exposes: { './M': './src/my module #1.js' } },
      });
      for (const path of names(built)) assert.equal(fileUrl(path, 'https://a.example/'), `https://a.example/${path}`);
      for (const [path, text] of built.texts)
        assert.ok(
          mapsOf(text).every((map) => built.texts.has(map)),
          path,
        );
      const main = built.entry.exposes[0]?.outFileName ?? '';
      assert.deepEqual(placeOf('Error(', main, built), ['src/my module %231.js', 'Error(']);
      assert.ok(built.entry.exposes[0]?.styles?.every((path) => built.texts.has(path)));
      const code =
        "globalThis.location = { origin: 'https://a.example' }; const { load, urls } = await import('it/M'); const { existsSync } = await import('node:fs'); return [(await load()).map(({ value }) => value), urls.map((url) => existsSync(new URL(url)))];";
      assert.deepEqual(await runOutput(built.outDir, code), [odd.map((_, index) => index), [true, true]]);
    });
  }

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
