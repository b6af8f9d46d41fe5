import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { type Built, buildProject, sharedOf } from '../../test/node/support/build-project.js';
import { createProject, type Files } from '../../test/node/support/create-project.js';
import { depending, pack } from '../../test/node/support/pack.js';
import { runOutput } from '../../test/node/support/run-output.js';
import { build } from './build.js';

const state = 'export const state = {};';
const value = "return (await import('it/M')).v";
const a = pack(
  'a',
  { 'index.js': "export * from './state.js';", 'state.js': state },
  { exports: { '.': './index.js', './state': './state.js' } },
);

/** A module that imports `state` by `a` and by another way, and sees whether that is the same. */
const both = (specifier: string): string =>
  `import { state } from 'a'; import { state as other } from '${specifier}'; export const v = state === other;`;

async function outcomeOf(files: Files): Promise<readonly [shared: string[], value: unknown, Built]> {
  const built = await buildProject({ files });
  return [sharedOf(built), await runOutput(built.outDir, value), built];
}

describe('a shared package that is imported by another way than its name', () => {
  const ways: readonly [title: string, specifier: string, files: Files, shared: string[]][] = [
    ['by a path', '../node_modules/a/index.js', {}, ['a']],
    ['by a path to another entry point', '../node_modules/a/state.js', {}, ['a', 'a/state']],
    ['by "imports" of package.json', '#the-a', {}, ['a']],
    [
      'by "paths" of tsconfig.json',
      '@other/a',
      { 'tsconfig.json': { compilerOptions: { paths: { '@other/*': ['./node_modules/*'] } } } },
      ['a'],
    ],
  ];
  for (const [title, specifier, more, shared] of ways) {
    it(`is the same one: ${title}`, async () => {
      const manifest = { name: 'p', type: 'module', dependencies: { a: '^1.0.0' }, imports: { '#the-a': 'a' } };
      const files = { 'package.json': manifest, ...a, 'src/m.js': both(specifier), ...more };
      assert.deepEqual((await outcomeOf(files)).slice(0, 2), [shared, true]);
    });
  }

  it('is the same one: by an alias of the config', async () => {
    const built = await buildProject({
      files: { ...depending('a'), ...a, 'src/m.js': both('old-name') },
      config: { esbuild: { alias: { 'old-name': 'a' } } },
    });
    assert.deepEqual([sharedOf(built), await runOutput(built.outDir, value)], [['a'], true]);
  });

  it('is the same one: by an alias in several modules', async () => {
    const built = await buildProject({
      files: {
        ...depending('a'),
        ...a,
        'src/m.js':
          "import { state } from 'old-name'; import { other } from './other.js'; export const v = state === other;",
        'src/other.js': "export { state as other } from 'old-name';",
      },
      config: { esbuild: { alias: { 'old-name': 'a' } } },
    });
    assert.deepEqual([sharedOf(built), await runOutput(built.outDir, value)], [['a'], true]);
  });

  it('is the same one: by a package, also with what was kept of it', async () => {
    const b = pack(
      'b',
      { 'index.js': "export { state } from '#inner';" },
      { imports: { '#inner': 'a' }, dependencies: { a: '^1.0.0' } },
    );
    const source = both('b');
    const [shared, same, built] = await outcomeOf({ ...depending('a', 'b'), ...a, ...b, 'src/m.js': source });
    assert.deepEqual([shared, same], [['a', 'b'], true]);
    assert.deepEqual([...(await built.again()).texts], [...built.texts]);
    assert.deepEqual(built.entry.packages.b?.dependencies, { a: '^1.0.0' });
  });

  it('is the same one: by a path into the workspace', async () => {
    const project = await createProject({
      files: {
        'ui/package.json': { name: '@shop/ui', version: '2.3.0', type: 'module', exports: { './*': './src/*.ts' } },
        'ui/src/button.ts': state,
        'cart/package.json': { name: 'cart', type: 'module', dependencies: { '@shop/ui': 'workspace:^' } },
        'cart/src/m.js': both('../../ui/src/button').replace("'a'", "'@shop/ui/button'"),
        'node_modules/@shop/.keep': '',
      },
    });
    await symlink(`${project.root}/ui`, `${project.root}/node_modules/@shop/ui`);
    const built = await build({ root: `${project.root}/cart`, config: { name: 'it', exposes: { './M': 'src/m.js' } } });
    assert.deepEqual([sharedOf(built), await runOutput(built.outDir, value)], [['@shop/ui/button'], true]);
  });

  it('fails the build if the file is none of its entry points', async () => {
    const files = {
      ...depending('a'),
      ...pack('a', { 'index.js': state, 'lib/secret.js': state }, { exports: './index.js' }),
    };
    await assert.rejects(buildProject({ files: { ...files, 'src/m.js': both('../node_modules/a/lib/secret.js') } }), {
      code: 'shared-bypassed',
      details: {
        specifier: '../node_modules/a/lib/secret.js',
        importer: 'src/m.js',
        packageName: 'a',
        file: 'lib/secret.js',
      },
    });
  });

  it('may be bundled where it is imported, if the config skips it', async () => {
    const files = { ...depending('a'), ...a, 'src/m.js': "export { state as v } from '../node_modules/a/index.js';" };
    const built = await buildProject({ files, config: { skip: ['a'] } });
    assert.deepEqual(sharedOf(built), []);
  });

  it('may hand out data and styles by their paths', async () => {
    const data = pack('a', { 'index.js': state, 'data.json': '{ "n": 7 }', 'a.css': 'b { color: red }' });
    const source =
      "import 'a'; import d from '../node_modules/a/data.json'; import '../node_modules/a/a.css'; export const v = d.n;";
    assert.deepEqual((await outcomeOf({ ...depending('a'), ...data, 'src/m.js': source })).slice(0, 2), [['a'], 7]);
  });
});
