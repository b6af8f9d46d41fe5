import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildProject } from '../../test/node/support/build-project.js';
import { runOutput } from '../../test/node/support/run-output.js';
import type { BundlerOptions } from './federation-config.js';

const readV = async (
  source: string,
  esbuild: BundlerOptions = {},
  files: Record<string, unknown> = {},
): Promise<unknown> => {
  const built = await buildProject({
    files: { 'src/m.jsx': source, ...files },
    config: { exposes: { './M': 'src/m.jsx' }, esbuild },
  });
  return runOutput(built.outDir, "return (await import('it/M')).v");
};
const runtime = (name: string): Record<string, unknown> => ({
  'package.json': { name: 'p', type: 'module', dependencies: { [name]: '^1.0.0' } },
  [`node_modules/${name}/package.json`]: {
    name,
    version: '1.0.0',
    type: 'module',
    exports: { './jsx-runtime': './jsx-runtime.js' },
  },
  [`node_modules/${name}/jsx-runtime.js`]: `export const jsx = (type) => '${name} ' + type;`,
});

describe('a source', () => {
  it('may ask what Node has and browsers have not, and is told the mode', async () => {
    assert.deepEqual(
      await readV('export const v = [process.env.NODE_ENV, process.env.OTHER ?? null, global === globalThis];'),
      ['production', null, true],
    );
  });
  it('may have JSX without an import, of React', async () => {
    assert.equal(await readV('export const v = <b />;', {}, runtime('react')), 'react b');
  });
  it('may have JSX without an import, of Preact if that is what the project depends on', async () => {
    assert.equal(await readV('export const v = <b />;', {}, runtime('preact')), 'preact b');
  });
  it('has the JSX that tsconfig.json says', async () => {
    const tsconfig = { compilerOptions: { jsx: 'react', jsxFactory: 'h' } };
    assert.equal(
      await readV("const h = (type) => 'h ' + type; export const v = <b />;", {}, { 'tsconfig.json': tsconfig }),
      'h b',
    );
  });
});

describe('the options of esbuild that a config has', () => {
  it('are passed on', async () => {
    const esbuild: BundlerOptions = {
      define: { WHO: '"me"' },
      loader: { '.data': 'text' },
      alias: { other: './src/own.js' },
    };
    const files = { 'src/a.data': 'text', 'src/own.js': 'export const own = 1;' };
    assert.deepEqual(
      await readV(
        "import data from './a.data'; import { own } from 'other'; export const v = [WHO, data, own];",
        esbuild,
        files,
      ),
      ['me', 'text', 1],
    );
  });
  it('include conditions, in addition to those that are always there', async () => {
    const files = {
      'package.json': { name: 'p', type: 'module', dependencies: { a: '1' } },
      'node_modules/a/package.json': {
        name: 'a',
        version: '1.0.0',
        type: 'module',
        exports: {
          '.': { special: './special.js', default: './default.js' },
          './b': { production: './special.js', default: './default.js' },
        },
      },
      'node_modules/a/special.js': "export const a = 'special';",
      'node_modules/a/default.js': "export const a = 'default';",
    };
    const source = "import { a } from 'a'; import { a as b } from 'a/b'; export const v = [a, b];";
    assert.deepEqual(await readV(source, {}, files), ['default', 'special']);
    assert.deepEqual(await readV(source, { conditions: ['special'] }, files), ['special', 'special']);
  });
});
