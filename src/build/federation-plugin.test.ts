import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import * as esbuild from 'esbuild';
import { createProject, type Project } from '../../test/node/support/create-project.js';
import { depending, pack } from '../../test/node/support/pack.js';
import { runOutput } from '../../test/node/support/run-output.js';
import { build } from './build.js';
import { federation } from './federation-plugin.js';

const config = { name: 'it', exposes: { './M': './src/m.js' } };
const files = {
  ...depending('a'),
  ...pack('a', { 'index.js': 'export const a = VERSION;' }),
  'src/m.js':
    "import text from './m.note'; import { a } from 'a'; import up from 'virtual:up'; export const all = [text, a, up(text)];",
  'src/m.note': 'hello',
};
const upper: esbuild.Plugin = {
  name: 'upper',
  setup(build) {
    build.onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: 'virtual' }));
    build.onLoad({ filter: /.*/, namespace: 'virtual' }, () => ({
      contents: 'export default (text) => text.toUpperCase();',
    }));
  },
};
const script = {
  loader: { '.note': 'text' },
  define: { VERSION: '7' },
  logLevel: 'silent',
} as const satisfies esbuild.BuildOptions;
const options = ({ root }: Project): esbuild.BuildOptions => ({
  ...script,
  absWorkingDir: root,
  outdir: 'public',
  plugins: [federation(config), upper],
});
const read = (path: string): string => readFileSync(path, 'utf8');

describe('the plugin for esbuild', () => {
  it('builds a remote with the loaders, defines, plugins and folder of the script', async () => {
    const project = await createProject({ files });
    const result = await esbuild.build(options(project));
    assert.deepEqual([result.errors, result.outputFiles], [[], undefined]);
    assert.deepEqual(await runOutput(`${project.root}/public`, "return (await import('it/M')).all"), [
      'hello',
      7,
      'HELLO',
    ]);
  });

  it('makes the same bytes as the build', async () => {
    const project = await createProject({ files });
    await esbuild.build(options(project));
    const { loader, define } = script;
    const built = await build({
      root: project.root,
      config: { ...config, esbuild: { loader, define, plugins: [upper] } },
    });
    for (const { path, contents } of built.files)
      assert.ok(Buffer.from(contents).equals(readFileSync(`${project.root}/public/${path}`)), path);
  });

  it('reads the config of the working directory if it is given none', async () => {
    const project = await createProject({
      files: { ...files, 'federation.config.js': `export default ${JSON.stringify(config)};` },
    });
    await esbuild.build({ ...options(project), plugins: [federation(), upper] });
    assert.equal(JSON.parse(read(`${project.root}/public/remoteEntry.json`)).name, 'it');
  });

  it('hands out the files if they are not to be written', async () => {
    const project = await createProject({ files });
    const { outputFiles = [] } = await esbuild.build({ ...options(project), write: false });
    const entry = outputFiles.find(({ path }) => path === `${project.root}/public/remoteEntry.json`);
    assert.equal(JSON.parse(entry?.text ?? '').name, 'it');
    assert.ok(!existsSync(`${project.root}/public`));
  });

  it('builds again with a context, of the sources as they are then', async () => {
    const project = await createProject({ files });
    const context = await esbuild.context(options(project));
    try {
      await context.rebuild();
      await project.write({ 'src/m.note': 'again' });
      await context.rebuild();
      assert.deepEqual(await runOutput(`${project.root}/public`, "return (await import('it/M')).all[0]"), 'again');
      await project.write({ 'src/m.js': "import 'not-there';" });
      await assert.rejects(context.rebuild());
      assert.deepEqual(await runOutput(`${project.root}/public`, "return (await import('it/M')).all[0]"), 'again');
    } finally {
      await context.dispose();
    }
  });

  it('builds again when a source changes that only the remote imports', async () => {
    const project = await createProject({ files });
    const results: esbuild.BuildResult[] = [];
    const waiting: ((result: esbuild.BuildResult) => void)[] = [];
    const next = (): Promise<esbuild.BuildResult> =>
      new Promise((resolve) => {
        const done = results.shift();
        if (done) resolve(done);
        else waiting.push(resolve);
      });
    const teller: esbuild.Plugin = {
      name: 'teller',
      setup(build) {
        // Inside, the remote's own bundles are built with the script's plugins too.
        if (build.initialOptions.plugins?.some(({ name }) => name === 'federation'))
          build.onEnd((result) => {
            const tell = waiting.shift();
            if (tell) tell(result);
            else results.push(result);
          });
      },
    };
    const context = await esbuild.context({ ...options(project), plugins: [federation(config), upper, teller] });
    try {
      await context.watch();
      await next();
      await project.write({ 'src/m.note': 'changed' });
      await next();
      assert.deepEqual(await runOutput(`${project.root}/public`, "return (await import('it/M')).all[0]"), 'changed');
    } finally {
      await context.dispose();
    }
  });

  it('fails with the errors of the build, by their codes', async () => {
    const project = await createProject({ files: { ...files, 'src/m.js': "import 'not-there';" } });
    await assert.rejects(esbuild.build(options(project)), ({ errors }: esbuild.BuildFailure) => {
      assert.deepEqual(
        errors.map(({ text, pluginName }) => [text.split(':')[0], pluginName]),
        [['import-unresolved', 'federation']],
      );
      return true;
    });
  });

  it('passes on warnings, with their places', async () => {
    const project = await createProject({
      files: { ...files, 'src/m.js': "export const v = (x) => typeof x == 'nmber';" },
    });
    const { warnings } = await esbuild.build(options(project));
    assert.deepEqual(
      warnings.map(({ location }) => [location?.file, location?.line]),
      [['src/m.js', 1]],
    );
  });

  it('refuses options that would make another output', async () => {
    const project = await createProject({ files });
    await assert.rejects(esbuild.build({ ...options(project), entryPoints: ['src/m.js'] }), /entryPoints/);
  });
});
