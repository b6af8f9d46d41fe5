import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildProject, sharedOf } from '../support/build-project.js';
import { depending, pack } from '../support/pack.js';
import { runOutput } from '../support/run-output.js';

const value = "return (await import('it/M')).v";
const a = pack('a', { 'index.js': "export { b } from 'b';" }, { dependencies: { b: '>=1' } });
const b = pack('b', { 'index.js': 'export const b = [1];', 'sub.js': 'export const sub = [2];' });
const source = "export { b } from 'a'; export { sub } from 'b/sub.js';";

describe('a package that is consumed and not shipped', () => {
  it('is imported by its name, and the entry says what is wanted of it', async () => {
    const { entry, files, texts, warnings } = await buildProject({
      files: { ...depending('a', 'b'), ...a, ...b, 'src/m.js': source },
      config: { shared: { a: {}, b: { provide: false, strictVersion: false } }, shareScope: 'team' },
    });
    assert.deepEqual(sharedOf({ entry }), ['a']);
    assert.deepEqual(entry.consumes, {
      b: { requiredVersion: '^1.0.0', singleton: true, strictVersion: false, shareScope: 'team' },
    });
    assert.deepEqual(entry.packages.a?.dependencies, { b: '>=1' });
    const externals = Object.values(entry.files).flatMap((file) => file.externals ?? []);
    assert.deepEqual([...new Set(externals)].sort(), ['a', 'b', 'b/sub.js']);
    assert.ok(!files.some(({ path }) => path.includes('b@')));
    assert.equal(JSON.parse(texts.get('importmap.json') ?? '').imports.b, undefined);
    assert.equal(warnings.length, 1);
  });

  it('need not be installed', async () => {
    const { entry } = await buildProject({
      files: { 'src/m.js': "export { x } from 'ghost/deep';" },
      config: { shared: { ghost: { provide: false, requiredVersion: '^2.0.0' }, unused: { provide: false } } },
    });
    assert.deepEqual(entry.consumes, { ghost: { requiredVersion: '^2.0.0', singleton: true, strictVersion: true } });
  });

  it('may be required by a CommonJS package', async () => {
    const { entry } = await buildProject({
      files: {
        ...depending('c'),
        ...pack('c', { 'index.js': "exports.v = require('ghost').v;" }, { type: 'commonjs' }),
        'src/m.js': "export { v } from 'c';",
      },
      config: { shared: { c: {}, ghost: { provide: false } } },
    });
    assert.deepEqual(Object.keys(entry.consumes ?? {}), ['ghost']);
    assert.equal(entry.consumes?.ghost?.requiredVersion, '*');
  });

  it('is asked for again when what imports it comes from the cache', async () => {
    const built = await buildProject({
      files: { ...depending('a', 'b'), ...a, 'src/m.js': "export { b } from 'a';" },
      config: { shared: { a: {}, b: { provide: false } } },
    });
    assert.deepEqual((await built.again()).entry, built.entry);
  });

  it('is left out of what a host ships', async () => {
    const { entry } = await buildProject({
      files: { ...depending('a', 'b'), ...a, ...b },
      config: { exposes: {}, shared: { a: {}, b: { provide: false } } },
    });
    assert.deepEqual(sharedOf({ entry }), ['a']);
  });
});

describe('a package that is kept whole', () => {
  it('is shared with all entry points that its exports name', async () => {
    const exports = {
      '.': './index.js',
      './parts/*': './parts/*.js',
      './parts/inner/*': null,
      './style.css': './style.css',
    };
    const whole = pack(
      'a',
      {
        'index.js': 'export const a = 1;',
        'parts/one.js': '',
        'parts/two.js': '',
        'parts/inner/no.js': '',
        'style.css': '',
      },
      { exports },
    );
    const files = { ...depending('a'), ...whole, 'src/m.js': "export { a } from 'a';" };
    assert.deepEqual(sharedOf(await buildProject({ files, config: { shared: { a: { keepAll: true } } } })), [
      'a',
      'a/parts/one',
      'a/parts/two',
    ]);
    assert.deepEqual(sharedOf(await buildProject({ files })), ['a']);
  });

  it('may be a real one', async () => {
    const built = await buildProject({
      packages: { lit: '3.3.1' },
      files: { 'src/m.js': "export { html } from 'lit';" },
      config: { shared: { lit: { keepAll: true } } },
    });
    const shared = sharedOf(built);
    assert.ok(
      shared.includes('lit/directives/repeat.js') && shared.includes('lit/decorators.js') && shared.length > 30,
    );
  });
});

describe('a pattern', () => {
  it('shares the packages that fit and that package.json depends on, with its options', async () => {
    const { entry } = await buildProject({
      files: {
        ...depending('@shop/ui', '@shop/cart', 'b'),
        ...pack('@shop/ui', { 'index.js': 'export const ui = 1;' }),
        ...pack('@shop/cart', { 'index.js': 'export const cart = 2;' }),
        ...b,
        'src/m.js': "export { ui } from '@shop/ui'; export { cart } from '@shop/cart'; export { b } from 'b';",
      },
      config: { shared: { '@shop/*': { singleton: false }, '@shop/ui': {} } },
    });
    assert.deepEqual(
      entry.shared.map(({ packageName, singleton }) => [packageName, singleton]),
      [
        ['@shop/cart', false],
        ['@shop/ui', true],
      ],
    );
  });
});

describe('conditions', () => {
  it('of the config decide which file of a package is shared, and which dependency it gets', async () => {
    const exports = { '.': { tenant: './tenant.js', browser: './browser.js', default: './index.js' } };
    const built = await buildProject({
      files: {
        ...depending('a'),
        ...pack(
          'a',
          { 'tenant.js': "export const v = 'tenant';", 'browser.js': "export const v = 'browser';" },
          { exports },
        ),
        'src/m.js': "export { v } from 'a';",
      },
      config: { esbuild: { conditions: ['tenant'] } },
    });
    assert.equal(await runOutput(built.outDir, value), 'tenant');
  });

  it('of "imports" in package.json lead to a shared package', async () => {
    const built = await buildProject({
      files: {
        'package.json': {
          name: 'p',
          type: 'module',
          dependencies: { b: '^1.0.0' },
          imports: { '#b': { node: './src/none.js', browser: 'b' }, '#sub/*': 'b/*.js' },
        },
        ...b,
        'src/m.js': "import { b } from '#b'; import { sub } from '#sub/sub'; export const v = [b, sub];",
      },
    });
    assert.deepEqual(
      [sharedOf(built), await runOutput(built.outDir, value)],
      [
        ['b', 'b/sub.js'],
        [[1], [2]],
      ],
    );
  });
});

describe('a version', () => {
  const ranges: readonly [declared: string, expected: string][] = [
    ['workspace:^', '^1.4.0'],
    ['workspace:~', '~1.4.0'],
    ['workspace:*', '1.4.0'],
    ['catalog:', '^1.2.0'],
    ['catalog:old', '~1.3.0'],
    ['file:../b', '^1.4.0'],
    ['link:../b', '^1.4.0'],
    ['npm:real@>=1.1.0', '>=1.1.0'],
    ['latest', '^1.4.0'],
    ['github:me/b', '^1.4.0'],
  ];
  for (const [declared, expected] of ranges) {
    it(`that package.json gives as ${declared} is ${expected} in the entry`, async () => {
      const { entry } = await buildProject({
        files: {
          'package.json': { name: 'p', type: 'module', dependencies: { b: declared } },
          'pnpm-workspace.yaml': 'catalog:\n  b: ^1.2.0\ncatalogs:\n  old:\n    b: ~1.3.0\n',
          ...pack('b', { 'index.js': 'export const v = 1;' }, { version: '1.4.0' }),
          'src/m.js': "export { v } from 'b';",
        },
      });
      assert.deepEqual(
        entry.shared.map(({ version, requiredVersion }) => [version, requiredVersion]),
        [['1.4.0', expected]],
      );
    });
  }
});
