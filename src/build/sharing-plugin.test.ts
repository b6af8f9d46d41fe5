import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { buildProject, sharedOf } from '../../test/node/support/build-project.js';
import { createProject } from '../../test/node/support/create-project.js';
import { depending, pack } from '../../test/node/support/pack.js';
import { runOutput } from '../../test/node/support/run-output.js';
import { build } from './build.js';
import { wrappedPath } from './sharing-plugin.js';

const config = { name: 'it', exposes: { './M': './src/m.js' } };
const readV = "return (await import('it/M')).v";
const commonJs = { type: 'commonjs', main: 'index.js' };

describe('an import of a shared package', () => {
  it('goes where its exports say, for browsers', async () => {
    const exports = { '.': { browser: './browser.js', default: './node.js' }, './parts/*': './lib/*.js' };
    const built = await buildProject({
      files: {
        ...depending('a'),
        ...pack(
          'a',
          {
            'browser.js': "export const v = 'browser';",
            'node.js': "export const v = 'node';",
            'lib/one.js': 'export const one = 1;',
          },
          { exports },
        ),
        'src/m.js': "import { v as where } from 'a'; import { one } from 'a/parts/one'; export const v = [where, one];",
      },
    });
    assert.deepEqual(sharedOf(built), ['a', 'a/parts/one']);
    assert.deepEqual(await runOutput(built.outDir, readV), ['browser', 1]);
  });

  it('may come from a package that stands behind an alias', async () => {
    const built = await buildProject({
      files: {
        'package.json': { name: 'p', type: 'module', dependencies: { old: 'npm:real@^1.0.0' } },
        ...pack('old', { 'index.js': 'export const v = 1;' }, { name: 'real', version: '1.4.0' }),
        'src/m.js': "export { v } from 'old';",
      },
    });
    const [shared] = built.entry.shared;
    assert.deepEqual([shared?.packageName, shared?.version, shared?.requiredVersion], ['old', '1.4.0', '^1.0.0']);
  });

  it('is not one if the same name leads to other packages through "imports" of package.json', async () => {
    const built = await buildProject({
      files: {
        'package.json': {
          name: 'p',
          type: 'module',
          dependencies: { a: '^1.0.0' },
          imports: { '#a': 'a', '#own': './src/own.js' },
        },
        ...pack('a', { 'index.js': 'export const a = 1;' }),
        'src/own.js': 'export const own = 2;',
        'src/m.js': "import { a } from 'a'; import { own } from '#own'; export const v = [a, own];",
      },
    });
    assert.deepEqual([sharedOf(built), await runOutput(built.outDir, readV)], [['a'], [1, 2]]);
  });

  it('is not one if it is data or a stylesheet', async () => {
    const built = await buildProject({
      files: {
        ...depending('a'),
        ...pack('a', { 'index.js': '', 'data.json': '{ "n": 7 }', 'theme.css': 'b { color: red }' }),
        'src/m.js': "import data from 'a/data.json'; import 'a/theme.css'; export const v = data.n;",
      },
    });
    assert.deepEqual([sharedOf(built), await runOutput(built.outDir, readV)], [[], 7]);
    assert.equal(built.entry.exposes[0]?.styles?.length, 1);
  });

  it('is not one if it is an image', async () => {
    const built = await buildProject({
      files: {
        ...depending('a'),
        ...pack('a', { 'index.js': '', 'logo.svg': '<svg/>' }),
        'src/m.js':
          "import logo from 'a/logo.svg'; export const v = new URL(logo).pathname.split('/').at(-1).slice(0, 5);",
      },
    });
    assert.deepEqual([sharedOf(built), await runOutput(built.outDir, readV)], [[], 'logo-']);
  });

  it('may be lazy', async () => {
    const built = await buildProject({
      files: {
        ...depending('a'),
        ...pack('a', { 'index.js': 'export const a = 1;' }),
        'src/m.js': "export const v = (await import('a')).a;",
      },
    });
    const [exposed] = built.entry.exposes;
    const facts = built.entry.files[exposed?.outFileName ?? ''];
    assert.deepEqual([facts?.externals, facts?.dynamicExternals], [['a'], ['a']]);
    assert.equal(await runOutput(built.outDir, readV), 1);
  });
});

describe('a package that is a link', () => {
  it('into the store of pnpm is shared, with what lies beside it there', async () => {
    const store = 'node_modules/.pnpm';
    const project = await createProject({
      files: {
        ...depending('a'),
        [`${store}/a@1.2.0/node_modules/a/package.json`]: { name: 'a', version: '1.2.0', type: 'module' },
        [`${store}/a@1.2.0/node_modules/a/index.js`]: "import { b } from 'b'; export const v = b;",
        [`${store}/b@1.0.0/node_modules/b/package.json`]: { name: 'b', version: '1.0.0', type: 'module' },
        [`${store}/b@1.0.0/node_modules/b/index.js`]: 'export const b = 5;',
        'src/m.js': "export { v } from 'a';",
      },
    });
    await symlink(`${project.root}/${store}/a@1.2.0/node_modules/a`, `${project.root}/node_modules/a`);
    await symlink(`${project.root}/${store}/b@1.0.0/node_modules/b`, `${project.root}/${store}/a@1.2.0/node_modules/b`);
    const built = await build({ root: project.root, config });
    assert.deepEqual(
      built.entry.shared.map(({ packageName, version }) => [packageName, version]),
      [['a', '1.2.0']],
    );
    assert.equal(await runOutput(built.outDir, readV), 5);
  });

  it('into the workspace is shared, from its TypeScript sources', async () => {
    const project = await createProject({
      files: {
        'packages/ui/package.json': {
          name: '@shop/ui',
          version: '2.3.0',
          type: 'module',
          exports: { '.': './src/index.ts', './button': './src/button.ts' },
        },
        'packages/ui/src/index.ts': "export { state } from './state.ts';",
        'packages/ui/src/button.ts': "import { state } from './state.ts'; export const button = (): object => state;",
        'packages/ui/src/state.ts': 'export const state: object = {};',
        'cart/package.json': { name: 'cart', type: 'module', dependencies: { '@shop/ui': 'workspace:^' } },
        'cart/src/m.js':
          "import { state } from '@shop/ui'; import { button } from '@shop/ui/button'; export const v = button() === state;",
        'node_modules/.keep': '',
        'node_modules/@shop/.keep': '',
      },
    });
    await symlink(`${project.root}/packages/ui`, `${project.root}/node_modules/@shop/ui`);
    const built = await build({ root: `${project.root}/cart`, config });
    const shared = built.entry.shared.map(({ packageName, version, requiredVersion }) => [
      packageName,
      version,
      requiredVersion,
    ]);
    assert.deepEqual(shared, [
      ['@shop/ui', '2.3.0', '^2.3.0'],
      ['@shop/ui/button', '2.3.0', '^2.3.0'],
    ]);
    assert.equal(await runOutput(built.outDir, readV), true);
  });
});

describe('a CommonJS package', () => {
  it('has its named exports, and those that only its importers know', async () => {
    const built = await buildProject({
      files: {
        ...depending('a'),
        ...pack('a', { 'index.js': "exports.seen = 1; exports['unse' + 'en'] = 2;" }, commonJs),
        'src/m.js': "import whole, { seen, unseen } from 'a'; export const v = [seen, unseen, whole.seen];",
      },
    });
    assert.deepEqual(await runOutput(built.outDir, readV), [1, 2, 1]);
  });

  const hidden = [
    ['none of its names can be seen', 'const all = {}; all.a = () => 1; all.b = () => 2; module.exports = all;'],
    ['some of its names cannot', 'exports.a = () => 1; for (const name of ["b"]) exports[name] = () => 2;'],
  ] as const;
  for (const [title, source] of hidden) {
    it(`has the same copy whoever asks for which names, where ${title}`, async () => {
      const files = { ...depending('it-has'), ...pack('it-has', { 'index.js': source }, commonJs) };
      const asks = (main: string): ReturnType<typeof buildProject> =>
        buildProject({ files: { ...files, 'src/m.js': main } });
      const first = await asks("import { a } from 'it-has'; export const v = a();");
      const second = await asks("import { a, b } from 'it-has'; export const v = [a(), b()];");
      const shipped = [first, second].map(({ entry }) => entry.shared.map(({ outFileName }) => outFileName));
      assert.deepEqual(shipped[1], shipped[0]);
      assert.deepEqual(await runOutput(second.outDir, readV), [1, 2]);
    });
  }

  it('has all names in its namespace, where none of them can be seen', async () => {
    const built = await buildProject({
      files: {
        ...depending('o'),
        ...pack(
          'o',
          {
            'index.js':
              'const all = { count: 0, add: () => ++all.count }; module.exports = make(all); function make(it) { return it; }',
          },
          commonJs,
        ),
        'src/star.js': "export * from 'o';",
        'src/m.js':
          "import * as o from 'o'; import { add } from './star.js'; add(); export const v = [typeof o.add, o.count];",
      },
    });
    assert.deepEqual(await runOutput(built.outDir, readV), ['function', 1]);
  });

  const dual = { exports: { require: './index.cjs', default: './index.js' } };
  const legacy = (source: string) => pack('legacy', { 'index.js': source }, commonJs);
  it('requires names of a package that is shared as an ES module, from a module that was one once', async () => {
    const built = await buildProject({
      files: {
        ...depending('dual', 'legacy'),
        ...pack(
          'dual',
          {
            'index.js': "export const a = 'a'; export default 'it';",
            'index.cjs':
              "Object.defineProperty(exports, '__esModule', { value: true }); exports.a = 'a'; exports.default = 'it';",
          },
          dual,
        ),
        ...legacy("const dual = require('dual'); exports.both = [dual.a, dual.default];"),
        'src/m.js': "import { a } from 'dual'; import { both } from 'legacy'; export const v = [a, ...both];",
      },
    });
    assert.deepEqual(await runOutput(built.outDir, readV), ['a', 'a', 'it']);
  });

  it('requires the value of a package that is shared as an ES module, where CommonJS has one', async () => {
    const built = await buildProject({
      files: {
        ...depending('dual', 'legacy'),
        ...pack(
          'dual',
          {
            'index.js': "const it = () => 'it'; export const a = 'a'; export default it;",
            'index.cjs':
              "const it = () => 'it'; it.__esModule = true; it.default = it; module.exports = it; exports.a = 'a';",
          },
          dual,
        ),
        ...legacy("exports.called = require('dual')();"),
        'src/m.js': "import { a } from 'dual'; import { called } from 'legacy'; export const v = [a, called];",
      },
    });
    assert.deepEqual(await runOutput(built.outDir, readV), ['a', 'it']);
  });

  it('is shared as the module that is imported, also if it was required before that was seen', async () => {
    const files = {
      ...depending('dual', 'legacy', 'modern'),
      ...pack('dual', { 'index.js': "export const a = 'module';", 'index.cjs': "exports.a = 'script';" }, dual),
      ...legacy("exports.a = require('dual').a;"),
      // Resolved long after the other.
      ...pack('modern', { 'index.js': `/*${' '.repeat(5_000_000)}*/ export { a } from 'dual';` }),
      'src/m.js': "import { a } from 'legacy'; import { a as b } from 'modern'; export const v = [a, b];",
    };
    assert.deepEqual(await runOutput((await buildProject({ files })).outDir, readV), ['module', 'module']);
  });

  it('requires a shared package of CommonJS as if it had it inside', async () => {
    const built = await buildProject({
      files: {
        ...depending('a', 'b'),
        ...pack(
          'a',
          { 'index.js': "const b = require('b'); exports.same = typeof b === 'function' && b.n; exports.b = b;" },
          commonJs,
        ),
        ...pack('b', { 'index.js': 'module.exports = function () {}; module.exports.n = 1;' }, commonJs),
        'src/m.js': "import { same, b } from 'a'; import own from 'b'; export const v = [same, b === own];",
      },
    });
    assert.deepEqual(await runOutput(built.outDir, readV), [1, true]);
  });

  it('requires a shared package of ES modules as bundlers have it', async () => {
    const built = await buildProject({
      files: {
        ...depending('a', 'b'),
        ...pack('a', { 'index.js': "const b = require('b'); exports.v = [b.default, b.n, b.__esModule];" }, commonJs),
        ...pack('b', { 'index.js': 'export default 1; export const n = 2;' }),
        'src/m.js': "export { v } from 'a';",
      },
    });
    assert.deepEqual(await runOutput(built.outDir, readV), [1, 2, true]);
  });

  it('that was an ES module once gives its default export as such', async () => {
    const source = "Object.defineProperty(exports, '__esModule', { value: true }); exports.default = 7; exports.n = 8;";
    const built = await buildProject({
      files: {
        ...depending('a'),
        ...pack('a', { 'index.js': source }, commonJs),
        'src/m.js': "import d, { n } from 'a'; export const v = [d, n];",
      },
    });
    assert.deepEqual(await runOutput(built.outDir, readV), [7, 8]);
  });

  it('may try to require what is not installed', async () => {
    const source = "let v = 'without'; try { v = require('not-there'); } catch {} exports.v = v;";
    const built = await buildProject({
      files: {
        ...depending('a'),
        ...pack('a', { 'index.js': source }, commonJs),
        'src/m.js': "export { v } from 'a';",
      },
    });
    assert.equal(await runOutput(built.outDir, readV), 'without');
  });

  it('may be an exposed module', async () => {
    const built = await buildProject({
      files: { 'src/m.cjs': 'exports.v = 3;' },
      config: { exposes: { './M': 'src/m.cjs' } },
    });
    assert.equal(await runOutput(built.outDir, readV), 3);
  });
});

describe('the name of the module around it', () => {
  it('says nothing of this machine', () => {
    const own = { name: 'react', root: '/home/me/node_modules/react', version: '19.2.0', manifest: {} };
    assert.equal(wrappedPath(own, '/home/me/cart', '/home/me/node_modules/react/index.js'), 'react/index.js');
    assert.equal(wrappedPath(undefined, '/home/me/cart', '/home/me/cart/src/m.cjs'), 'src/m.cjs');
  });
});
