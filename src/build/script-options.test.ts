import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BuildOptions } from 'esbuild';
import { readScriptOptions } from './script-options.js';

const read = (options: BuildOptions): ReturnType<typeof readScriptOptions> => readScriptOptions(options, 'federation');
const plugin = (name: string): { name: string; setup: () => void } => ({ name, setup: () => undefined });

describe('the options of an esbuild script', () => {
  it('say where the project is, where its files go, and how they are made', () => {
    assert.deepEqual(read({ absWorkingDir: '/shop/cart', outdir: 'public', minify: false, sourcemap: true }), {
      root: '/shop/cart',
      build: { outDir: '/shop/cart/public', minify: false, sourcemap: true, mode: 'production' },
      bundler: { plugins: [] },
      write: true,
    });
  });

  it('are passed on where they mean the same to every bundle, with the other plugins', () => {
    const others = [plugin('svg')];
    const options = {
      loader: { '.svg': 'text' },
      define: { VERSION: '1' },
      target: 'es2023',
      drop: ['debugger'],
    } as const;
    const { bundler } = read({
      ...options,
      drop: ['debugger'],
      plugins: [plugin('federation'), ...others],
      bundle: true,
      logLevel: 'info',
    });
    assert.deepEqual(bundler, { ...options, plugins: others });
  });

  it('ask for development builds by what they define', () => {
    assert.equal(read({ define: { 'process.env.NODE_ENV': '"development"' } }).build.mode, 'development');
  });

  it('may say what is so anyway', () => {
    assert.doesNotThrow(() =>
      read({
        bundle: true,
        format: 'esm',
        platform: 'browser',
        splitting: true,
        metafile: false,
        entryPoints: [],
        external: [],
      }),
    );
  });

  for (const [option, value] of Object.entries({
    entryPoints: ['src/main.js'],
    external: ['react'],
    packages: 'external',
    format: 'iife',
    platform: 'node',
    bundle: false,
    splitting: false,
    sourcemap: 'inline',
    metafile: true,
    outfile: 'cart.js',
    publicPath: '/',
    entryNames: '[name]',
    inject: ['shim.js'],
    banner: { js: '//' },
    mangleProps: /_$/,
  })) {
    it(`are refused if ${option} is ${JSON.stringify(value)}`, () => {
      assert.throws(
        () => read({ [option]: value }),
        (error: { code?: string; details?: { option: string } }) =>
          error.code === 'option-unsupported' && error.details?.option === option,
      );
    });
  }
});
