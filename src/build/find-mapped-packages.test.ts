import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildProject, sharedOf } from '../../test/node/support/build-project.js';
import { createProject } from '../../test/node/support/create-project.js';
import { runOutput } from '../../test/node/support/run-output.js';
import { build } from './build.js';

const value = "return (await import('it/M')).v";
const paths = { '@own/state': ['./src/state/index.ts'], '@own/flag': ['./src/flag.ts'] };
const files = {
  'package.json': { name: 'p', version: '3.1.0', type: 'module' },
  'tsconfig.json': { compilerOptions: { paths } },
  'src/state/index.ts': "export * from './store.js';",
  'src/state/store.ts': 'export const store: object = {};',
  'src/flag.ts': 'export const flag: object = {};',
  'src/m.js':
    "import { store } from '@own/state'; import { flag } from '@own/flag'; export const v = [store, flag]; export const load = () => import('./lazy.js');",
  'src/lazy.js':
    "import { store } from './state/index.js'; import { flag } from './flag.js'; export const v = [store, flag];",
};

describe('a package that only paths of tsconfig.json lead to', () => {
  it('is shared by its name, if the config shares it, and is one also where a path leads to it', async () => {
    const built = await buildProject({
      files,
      config: { shared: { '@own/state': {}, '@own/flag': { version: '1.2.3' } } },
    });
    assert.deepEqual(
      built.entry.shared.map(({ packageName, version, requiredVersion }) => [packageName, version, requiredVersion]),
      [
        ['@own/flag', '1.2.3', '^1.2.3'],
        ['@own/state', '3.1.0', '^3.1.0'],
      ],
    );
    const same =
      "const a = await import('it/M'); const b = await a.load(); return a.v.map((one, index) => one === b.v[index])";
    assert.deepEqual(await runOutput(built.outDir, same), [true, true]);
  });

  it('is bundled where it is imported, if it is not shared', async () => {
    const built = await buildProject({ files });
    assert.deepEqual([sharedOf(built), await runOutput(built.outDir, value)], [[], [{}, {}]]);
  });

  it('may be a package of the workspace, by what its package.json says', async () => {
    const { root } = await createProject({
      files: {
        'ui/package.json': { name: '@shop/ui', version: '2.3.0', type: 'module' },
        'ui/src/index.ts': "export const v: string = 'ui';",
        'cart/package.json': { name: 'cart', type: 'module', dependencies: { '@shop/ui': 'workspace:~' } },
        'cart/tsconfig.json': { compilerOptions: { paths: { '@shop/ui': ['../ui/src/index.ts'] } } },
        'cart/src/m.js': "export { v } from '@shop/ui';",
      },
    });
    const built = await build({ root: `${root}/cart`, config: { name: 'it', exposes: { './M': 'src/m.js' } } });
    assert.deepEqual(
      built.entry.shared.map(({ packageName, version, requiredVersion }) => [packageName, version, requiredVersion]),
      [['@shop/ui', '2.3.0', '~2.3.0']],
    );
    assert.equal(await runOutput(built.outDir, value), 'ui');
  });

  it('fails the build, if it is shared by name and nothing leads to it', async () => {
    await assert.rejects(buildProject({ files, config: { shared: { '@own/ghost': {} } } }), {
      code: 'shared-not-installed',
    });
  });
});
