import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BuildError } from './build-error.js';
import { checkConfig } from './check-config.js';

const cases: readonly [config: unknown, field: string, found: string][] = [
  [undefined, 'default', 'undefined'],
  [[], 'default', 'a list'],
  [{ name: 7 }, 'name', '7'],
  [{ name: 'my cart' }, 'name', '"my cart"'],
  [{ name: 'cart', expose: {} }, 'expose', 'a field that is not known'],
  [{ name: 'cart', exposes: ['./Cart'] }, 'exposes', 'a list'],
  [{ name: 'cart', exposes: { '../Cart': 'a.js' } }, 'exposes["../Cart"]', '"../Cart"'],
  [{ name: 'cart', exposes: { './Cart': 7 } }, 'exposes["./Cart"]', '7'],
  [{ name: 'cart', exposes: { './Cart': { element: 'a-b' } } }, 'exposes["./Cart"]', 'an object'],
  [{ name: 'cart', exposes: { './Cart': { file: 'a.js', contract: true } } }, 'exposes["./Cart"].contract', 'true'],
  [
    { name: 'cart', exposes: { './Cart': { file: 'a.js', tag: 'a-b' } } },
    'exposes["./Cart"].tag',
    'a field that is not known',
  ],
  [{ name: 'cart', shared: 'all' }, 'shared', '"all"'],
  [{ name: 'cart', shared: { react: true } }, 'shared["react"]', 'true'],
  [{ name: 'cart', shared: { react: { singleton: 'yes' } } }, 'shared["react"].singleton', '"yes"'],
  [{ name: 'cart', skip: 'react' }, 'skip', '"react"'],
  [{ name: 'cart', outDir: '' }, 'outDir', '""'],
  [{ name: 'cart', integrity: null }, 'integrity', 'null'],
];

describe('a config that is not one', () => {
  for (const [config, field, found] of cases) {
    it(`is refused for ${field}, which is ${found}`, () => {
      assert.throws(
        () => checkConfig(config, 'federation.config.js'),
        (error: BuildError<'config-invalid'>) => {
          assert.equal(error.code, 'config-invalid');
          assert.deepEqual([error.details.field, error.details.found], [field, found]);
          return true;
        },
      );
    });
  }

  for (const [config, nearest] of [
    [{ name: 'cart', exposes: { './Cart': { file: 'a.js', contract: 'reactt' } } }, 'react'],
    [{ name: 'cart', exposes: { './Cart': { file: 'a.js', contract: 'preact-signals' } } }, undefined],
    [{ name: 'cart', exposes: { './Cart': { file: 'a.js', contract: true } } }, undefined],
    [{ name: 'cart', expose: {} }, 'exposes'],
    [{ name: 'cart', skip: 'react' }, undefined],
  ] as const) {
    it(`is refused for ${JSON.stringify(config)}, where ${nearest ?? 'nothing'} was probably meant`, () => {
      assert.throws(
        () => checkConfig(config, 'federation.config.js'),
        ({ code, details }: BuildError<'config-invalid'>) => code === 'config-invalid' && details.nearest === nearest,
      );
    });
  }

  it('is refused if it has no name', () => {
    for (const config of [{}, { name: '' }, { exposes: {} }]) {
      assert.throws(() => checkConfig(config, 'federation.config.js'), { code: 'name-missing' });
    }
  });
});

describe('a config', () => {
  it('is taken as it is', () => {
    const config = {
      name: '@shop/cart',
      exposes: { './Cart': 'src/cart.ts', Badge: { file: 'src/badge.ts', element: 'cart-badge' } },
      shared: { react: { singleton: true, requiredVersion: 'auto' }, 'lit/decorators.js': {} },
      skip: ['lodash', /^@internal\//],
      outDir: 'public',
      dense: true,
      integrity: false,
      shareScope: 'team',
      esbuild: { target: 'es2023' },
    };
    assert.equal(checkConfig(config, 'federation.config.js'), config);
  });
});
