import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Plugin } from 'esbuild';
import { satisfies } from 'semver';
import type { BuildOptions } from '../../../src/build/build.js';
import type { BuildError } from '../../../src/build/build-error.js';
import { parseRemoteEntry } from '../../../src/core/parse-remote-entry.js';
import { buildProject, sharedOf } from '../support/build-project.js';
import { runCli } from '../support/run-cli.js';
import { runOutput } from '../support/run-output.js';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

const react19 = { react: '19.2.0', 'react-dom': '19.2.0' };
const lit3 = { lit: '3.3.1' };

const widget = `
  import { useState } from 'react';
  import { createRoot } from 'react-dom/client';
  const Widget = () => <button>{useState(1)[0]}</button>;
  export const mount = (target) => createRoot(target).render(<Widget />);
  export const element = <Widget />;
`;

/** Where other builders succeed and the page is broken, or fail and nobody knows why; each row is one of the design's. */
describe('what goes wrong elsewhere', () => {
  it('B1: shares what JSX imports without anybody writing it', async () => {
    const built = await buildProject({
      packages: react19,
      files: { 'src/m.jsx': widget },
      config: { exposes: { './M': 'src/m.jsx' } },
    });
    assert.deepEqual(sharedOf(built), ['react', 'react-dom/client', 'react/jsx-runtime']);
    assert.equal(await runOutput(built.outDir, "return typeof (await import('it/M')).element.type"), 'function');
  });

  it('B2: shares the directives of a package that is shared by its name', async () => {
    const built = await buildProject({
      packages: lit3,
      files: {
        'src/m.js':
          "import { html } from 'lit'; import { repeat } from 'lit/directives/repeat.js'; export const all = { html, repeat };",
      },
      config: { shared: { lit: {} } },
    });
    assert.deepEqual(sharedOf(built), ['lit', 'lit/directives/repeat.js']);
  });

  it('B3: shares an entry point that a later build is the first to import', async () => {
    const built = await buildProject({ packages: lit3, files: { 'src/m.js': "export { html } from 'lit';" } });
    await built.project.write({
      'src/m.js': "export { html } from 'lit'; export { repeat } from 'lit/directives/repeat.js';",
    });
    assert.deepEqual(sharedOf(await built.again()), ['lit', 'lit/directives/repeat.js']);
  });

  it('B4: bundles nothing of a package that is not imported, such as its entry points for servers', async () => {
    const built = await buildProject({
      packages: react19,
      files: { 'src/m.jsx': widget },
      config: { exposes: { './M': 'src/m.jsx' }, shared: { react: {}, 'react-dom': {} } },
    });
    assert.deepEqual(sharedOf(built), ['react', 'react-dom/client', 'react/jsx-runtime']);
  });

  it('B5: ships the build of a package that is meant for production, or for development', async () => {
    const files = { 'src/m.js': "export { createElement, act } from 'react';" };
    const sizes: number[] = [];
    for (const mode of ['production', 'development'] as const) {
      const built = await buildProject({ packages: react19, files, mode, minify: true });
      sizes.push(
        [...built.texts].filter(([path]) => path.startsWith('shared/')).reduce((sum, [, text]) => sum + text.length, 0),
      );
      assert.equal(
        await runOutput(built.outDir, "return typeof (await import('it/M')).act"),
        mode === 'production' ? 'undefined' : 'function',
      );
    }
    assert.ok((sizes[0] ?? 0) < (sizes[1] ?? 0));
  });

  it('B6: never serves from its cache what other options have made', async () => {
    const built = await buildProject({ packages: lit3, files: { 'src/m.js': "export { html, css } from 'lit';" } });
    const banner: Plugin = {
      name: 'banner',
      setup: (build) =>
        build.onLoad({ filter: /lit\/index\.js$/ }, () => ({ contents: "export const html = 'changed', css = '';" })),
    };
    const changes: BuildOptions[] = [
      { minify: false },
      { mode: 'development' },
      { config: { name: 'it', exposes: { './M': 'src/m.js' }, esbuild: { target: 'es2015' } } },
      { config: { name: 'it', exposes: { './M': 'src/m.js' }, esbuild: { define: { globalThis: 'self' } } } },
      { config: { name: 'it', exposes: { './M': 'src/m.js' }, esbuild: { conditions: ['development'] } } },
      { config: { name: 'it', exposes: { './M': 'src/m.js' }, esbuild: { plugins: [banner] } } },
    ];
    for (const change of changes) {
      const warm = await built.again(change);
      const cold = await built.again({ ...change, cache: false });
      assert.deepEqual([...warm.texts], [...cold.texts]);
      assert.notDeepEqual([...warm.texts.keys()], [...built.texts.keys()]);
    }
  });

  it('B7: never gives two different files the same name', async () => {
    const files = {
      'src/m.js': "import { html } from 'lit'; export const load = () => import('./lazy.js'); export { html };",
      'src/lazy.js': "export { css } from 'lit';",
    };
    const contents = new Map<string, string>();
    for (const options of [
      {},
      { minify: false },
      { mode: 'development' },
      { sourcemap: true },
      { config: { dense: true } },
      { config: { shared: {} } },
    ] as const) {
      const { texts } = await buildProject({ packages: lit3, files, ...options });
      for (const [path, text] of texts) {
        if (!/-[0-9A-Z]{8}\./.test(path) || path.endsWith('.map')) continue;
        assert.equal(contents.get(path) ?? text, text, path);
        contents.set(path, text);
      }
    }
  });

  it('B8: exposes two modules whose files have the same name', async () => {
    const built = await buildProject({
      files: { 'src/widget.js': 'export const v = 1;', 'src/x/widget.js': 'export const v = 2;' },
      config: { exposes: { './widget': 'src/widget.js', './x/widget': 'src/x/widget.js' } },
    });
    assert.deepEqual(
      await runOutput(built.outDir, "return [(await import('it/widget')).v, (await import('it/x/widget')).v]"),
      [1, 2],
    );
  });

  it('B9: names the exposed file that is missing, and the config', async () => {
    await assert.rejects(buildProject({ files: {} }), {
      code: 'exposed-file-missing',
      details: { key: './M', file: './src/m.js' },
    });
  });

  it('B10: lists the stylesheets of an exposed module, those of its lazy parts too', async () => {
    const built = await buildProject({
      files: {
        'src/m.js': "import './m.css'; export const load = () => import('./lazy.js');",
        'src/m.css': '.m { color: red }',
        'src/lazy.js': "import './lazy.css'; export const v = 1;",
        'src/lazy.css': '.lazy { color: blue }',
      },
    });
    const { styles = [] } = built.entry.exposes[0] ?? {};
    assert.deepEqual(
      styles.map((path) => built.texts.get(path)?.trim()),
      ['.m{color:red}.lazy{color:#00f}'],
    );
  });

  it('B11: refuses to share what is not installed, and a config without a name', async () => {
    const files = { 'src/m.js': 'export const v = 1;' };
    await assert.rejects(buildProject({ files, config: { shared: { ghost: {} } } }), { code: 'shared-not-installed' });
    await assert.rejects(buildProject({ files, config: { name: '' } }), { code: 'name-missing' });
  });

  it('B12: cleans up after itself, names no path of this machine, and has a hash for every script', async () => {
    const files = {
      'src/m.js': "export const load = () => import('./lazy.js');",
      'src/lazy.js': 'export const v = 1;',
    };
    for (const mode of ['production', 'development'] as const) {
      const first = await buildProject({ packages: react19, files, mode, sourcemap: true });
      writeFileSync(`${first.outDir}/notes.txt`, 'of a person');
      await first.project.write({ 'src/lazy.js': "export { useState } from 'react';" });
      const { outDir, entry, texts, project } = await first.again();
      const onDisk = readdirSync(outDir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
      assert.deepEqual(
        onDisk.map(({ name }) => name).sort(),
        [...texts.keys(), 'notes.txt'].map((path) => path.split('/').at(-1)).sort(),
      );
      for (const [path, text] of texts) assert.ok(!text.includes(project.root) && !text.includes('node_modules'), path);
      for (const [path, text] of texts) {
        if (!path.endsWith('.js')) continue;
        assert.equal(entry.integrity?.[path], `sha384-${createHash('sha384').update(text).digest('base64')}`, path);
      }
    }
  });

  it('B13: has commands to build and to develop, on the Node that it says, with all that it depends on', async () => {
    const { engines, dependencies } = JSON.parse(read('package.json'));
    for (const name of ['', ...Object.keys(dependencies).map((one) => `node_modules/${one}/`)]) {
      const wanted = JSON.parse(read(`${name}package.json`)).engines?.node ?? '*';
      assert.ok(satisfies('20.0.0', wanted) || name !== '', engines.node);
      assert.ok(satisfies('20.19.0', wanted), `${name} ${wanted}`);
    }
    const { stdout } = await runCli(['--help'], process.cwd());
    for (const command of ['build', 'dev']) assert.match(stdout, new RegExp(`^  ${command} `, 'm'));
  });

  it('B14: documents each option of the command and each field of the config, and none that is not there', async () => {
    const page = read('docs/build.md');
    const { stdout } = await runCli(['build', '--help'], process.cwd());
    const options = [...stdout.matchAll(/^ {2}(--[\w-]+)/gm)].map(([, option = '']) => option);
    assert.deepEqual(
      new Set(options.filter((option) => option !== '--help' && !page.includes(`\`${option}`))),
      new Set(),
    );
    const fieldsOf = async (config: object): Promise<string[]> => {
      const files = { 'src/m.js': '' };
      const error = await buildProject({ files, config }).then(
        () => undefined,
        (failure: BuildError<'config-invalid'>) => failure,
      );
      return error?.details.expected.replace('one of ', '').split(', ') ?? [];
    };
    const fields = [
      ...(await fieldsOf({ unknown: true })),
      ...(await fieldsOf({ shared: { lit: { unknown: true } } })),
    ];
    assert.ok(fields.includes('exposes') && fields.includes('provide'));
    for (const field of fields) assert.match(page, new RegExp(`^\\| \`${field}\``, 'm'), field);
    const [, table = ''] = /## The config\n+([\s\S]*?)\n\n/.exec(page) ?? [];
    const documented = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, field]) => field);
    assert.deepEqual(
      documented.filter((field) => !fields.includes(field ?? '')),
      [],
    );
  });

  it('B15: needs no TypeScript, and no output folder that is there already', async () => {
    const built = await buildProject({
      files: { 'src/m.ts': 'export const v: number = 1;' },
      config: { exposes: { './M': 'src/m.ts' }, outDir: 'some/where/else' },
    });
    assert.equal(await runOutput(built.outDir, "return (await import('it/M')).v"), 1);
  });

  it('B16: bundles the parts that two entry points have in common once', async () => {
    const built = await buildProject({
      packages: lit3,
      files: {
        'src/m.js':
          "export { html } from 'lit'; export { repeat } from 'lit/directives/repeat.js'; export { classMap } from 'lit/directives/class-map.js';",
      },
    });
    const scripts = [...built.texts].filter(([path]) => path.endsWith('.js'));
    assert.equal(scripts.filter(([, text]) => text.includes('litHtmlVersions')).length, 1);
    assert.ok(scripts.reduce((sum, [, text]) => sum + text.length, 0) < 22_000);
  });

  it('B17: ships only the entry points that are used', async () => {
    const built = await buildProject({ packages: lit3, files: { 'src/m.js': "export { html } from 'lit';" } });
    assert.equal(built.files.filter(({ path }) => path.endsWith('.js')).length, 2);
    assert.ok(JSON.stringify(built.entry).length < 1_000);
  });

  it('writes what our own reader reads', async () => {
    const built = await buildProject({
      packages: react19,
      files: { 'src/m.jsx': widget },
      config: { exposes: { './M': { file: 'src/m.jsx', element: 'it-widget', contract: 'react' } } },
    });
    const entry = parseRemoteEntry(
      JSON.parse(built.texts.get('remoteEntry.json') ?? ''),
      'https://it.example/app/remoteEntry.json',
    );
    const urls = built.files.map(({ path }) => `https://it.example/app/${path}`);
    assert.deepEqual([entry.name, entry.exposes[0]?.element, entry.exposes[0]?.contract], ['it', 'it-widget', 'react']);
    const given = [...entry.exposes.map(({ url }) => url), ...entry.shared.map(({ file }) => entry.base + file)];
    for (const url of given) assert.ok(urls.includes(url) && entry.files.has(url) && entry.integrity.has(url), url);
    assert.deepEqual(entry.packages.get('react-dom')?.dependencies, new Map([['react', '^19.2.0']]));
    const client = entry.shared.find(({ specifier }) => specifier === 'react-dom/client');
    assert.deepEqual(entry.files.get(`${entry.base}${client?.file}`)?.externals, ['react']);
  });
});
