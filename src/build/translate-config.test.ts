import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { translateConfig } from './translate-config.js';

const translate = (value: unknown): ReturnType<typeof translateConfig> =>
  translateConfig(value, 'federation.config.js');

describe('a config of Native Federation', () => {
  for (const [title, theirs, ours] of [
    [
      'keeps what both know',
      { name: 'a', exposes: { './A': { file: 'a.js', element: 'a-a' } }, shareScope: 's' },
      { name: 'a', exposes: { './A': { file: 'a.js', element: 'a-a' } }, shareScope: 's' },
    ],
    ['writes dense entries', { name: 'a', features: { denseExternals: true } }, { name: 'a', dense: true }],
    ['writes hashes', { name: 'a', features: { integrityHashes: true } }, { name: 'a', integrity: true }],
    [
      'does not need what is done here anyway',
      {
        $type: 'classic',
        name: 'a',
        chunks: true,
        platform: 'browser',
        externals: [],
        sharedMappings: {},
        features: { ignoreUnusedDeps: true, denseChunking: true, synthesizeCjsExports: true, mappingVersion: false },
      },
      { name: 'a' },
    ],
    [
      'shares a package as it says, in the version that is installed',
      {
        $type: 'classic',
        shared: {
          lit: { singleton: false, strictVersion: true, requiredVersion: '^3.3.0', version: '3.3.0', build: 'default' },
        },
      },
      { shared: { lit: { singleton: false, strictVersion: true, requiredVersion: '^3.3.0' } } },
    ],
    [
      'shares what a builder of theirs returns',
      { shared: { get: () => ({ lit: { singleton: true, includeSecondaries: true } }) } },
      { shared: { lit: { singleton: true } } },
    ],
    [
      'ships all entry points of a package on demand',
      { shared: { lit: { includeSecondaries: { keepAll: true } }, react: { includeSecondaries: true } } },
      { shared: { lit: { keepAll: true }, react: {} } },
    ],
    [
      'ships all entry points on demand, also after withNativeFederation',
      { $type: 'classic', shared: { lit: { includeSecondaries: true }, 'lit/html.js': { includeSecondaries: true } } },
      { shared: { lit: { keepAll: true }, 'lit/html.js': {} } },
    ],
    ['keeps a field that nobody knows, to be refused', { features: { fast: true } }, { features: { fast: true } }],
  ] as const) {
    it(title, () => assert.deepEqual(translate(theirs), { value: ours, notes: [] }));
  }

  it('skips exactly the specifiers that it names, and what its patterns and functions say', () => {
    const isInternal = (specifier: string): boolean => specifier.startsWith('@internal/');
    const prepared = { strings: new Set(['lodash']), regexps: [/^a/], functions: [isInternal] };
    const { skip } = translate({ skip: prepared }).value as { skip: ((specifier: string) => boolean)[] };
    const [isNamed, ...others] = skip;
    assert.deepEqual([isNamed?.('lodash'), isNamed?.('lodash/fp')], [true, false]);
    assert.deepEqual(others, [/^a/, isInternal]);
  });

  for (const [option, config] of [
    ['chunks', { chunks: false }],
    ['sharedMappings', { sharedMappings: ['@internal/*'] }],
    ['features.ignoreUnusedDeps', { features: { ignoreUnusedDeps: false } }],
    ['shared[…].pool', { shared: { lit: { pool: 'a' }, react: { pool: 'a' } } }],
  ] as const) {
    it(`notes once that ${option} changes nothing`, () => {
      const { notes } = translate({ name: 'a', ...config });
      assert.deepEqual(
        notes.map((note) => note.startsWith(`"${option}" `)),
        [true],
      );
    });
  }

  for (const [option, config] of [
    ['externals', { externals: ['lit'] }],
    ['platform', { platform: 'node' }],
    ['shared["lit"].platform', { shared: { lit: { platform: 'node' } } }],
    ['shared["lit"].packageInfo', { shared: { lit: { packageInfo: { entryPoint: 'lit.js' } } } }],
  ] as const) {
    it(`is refused for ${option}, which would break what is built`, () => {
      assert.throws(
        () => translate({ name: 'a', ...config }),
        (error: { code?: string; details?: { option?: string } }) =>
          error.code === 'option-unsupported' && error.details?.option === option,
      );
    });
  }
});

describe('a config of ours', () => {
  it('is not changed', () => {
    const config = {
      name: 'a',
      shared: { lit: { version: '3.3.0' } },
      skip: ['b', /c/],
      dense: true,
      integrity: false,
    };
    assert.deepEqual(translate(config), { value: config, notes: [] });
  });

  it('may be no config at all', () => {
    for (const value of [undefined, null, 7, [], { skip: /a/ }])
      assert.deepEqual(translate(value), { value, notes: [] });
  });
});
