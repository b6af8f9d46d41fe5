import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FederationError } from './errors.js';
import { parseRemoteEntry } from './parse-remote-entry.js';

const url = 'https://cart.example/app/remoteEntry.json?v=1';
const base = 'https://cart.example/app/';

const lit = { packageName: 'lit', outFileName: 'lit.js', requiredVersion: '^3.0.0', version: '3.3.3', singleton: true };

/** The facts of the error that the entry is answered with. */
function mismatch(json: unknown): { field: string; expected: string; found: string; remote: string } {
  try {
    parseRemoteEntry(json, url, { name: 'cart' });
  } catch (error) {
    assert.ok(error instanceof FederationError);
    assert.equal(error.code, 'remote-entry-invalid');
    return error.details as ReturnType<typeof mismatch>;
  }
  return assert.fail('the entry was accepted');
}

describe('parseRemoteEntry', () => {
  it('reads what this build writes, with absolute URLs', () => {
    const entry = parseRemoteEntry(
      {
        name: 'cart',
        exposes: [
          {
            key: './Cart',
            outFileName: 'Cart-5E.js',
            element: 'cart-app',
            contract: 'element',
            styles: ['Cart.css'],
            types: 'types/Cart.d.ts',
          },
        ],
        shared: [{ ...lit, outFileName: 'shared/lit@3.3.3/index-2K.js' }],
        packages: { lit: { version: '3.3.3', dependencies: { 'lit-html': '^3.3.0' } } },
        files: {
          'Cart-5E.js': {
            bytes: 4120,
            imports: ['chunk-L.js'],
            externals: ['lit', 'vue'],
            dynamicImports: ['Pay-Q.js'],
            dynamicExternals: ['vue'],
          },
        },
        integrity: { 'Cart-5E.js': 'sha384-AAAA' },
        buildNotificationsEndpoint: '/federation/events',
      },
      url,
    );
    assert.equal(entry.name, 'cart');
    assert.equal(entry.base, base);
    assert.deepEqual(entry.exposes, [
      {
        key: './Cart',
        url: `${base}Cart-5E.js`,
        element: 'cart-app',
        contract: 'element',
        styles: [`${base}Cart.css`],
        types: `${base}types/Cart.d.ts`,
      },
    ]);
    assert.equal(entry.shared[0]?.file, 'shared/lit@3.3.3/index-2K.js');
    assert.equal(entry.packages.get('lit')?.dependencies.get('lit-html'), '^3.3.0');
    assert.deepEqual(entry.files.get(`${base}Cart-5E.js`), {
      bytes: 4120,
      imports: [`${base}chunk-L.js`],
      externals: ['lit', 'vue'],
      dynamicImports: [`${base}Pay-Q.js`],
      dynamicExternals: ['vue'],
    });
    assert.equal(entry.integrity.get(`${base}Cart-5E.js`), 'sha384-AAAA');
    assert.equal(entry.buildNotificationsEndpoint, 'https://cart.example/federation/events');
  });

  it('reads a flat entry of Native Federation, chunks that are listed as packages apart', () => {
    const entry = parseRemoteEntry(
      {
        $version: 'v4',
        name: 'mfe-lit',
        shared: [
          lit,
          { ...lit, packageName: 'lit/decorators.js', outFileName: 'lit_decorators_js.py.js' },
          {
            packageName: '@nf-internal/chunk-3L',
            outFileName: 'chunk-3L.js',
            version: '0.0.0',
            requiredVersion: '0.0.0',
          },
        ],
        exposes: [{ key: './widget', outFileName: 'widget-2C.js', dev: { entryPoint: '/home/x.ts' } }],
      },
      url,
    );
    assert.deepEqual(
      entry.shared.map(({ specifier, packageName }) => [specifier, packageName]),
      [
        ['lit', 'lit'],
        ['lit/decorators.js', 'lit'],
      ],
    );
    assert.deepEqual([...entry.chunks], [['@nf-internal/chunk-3L', `${base}chunk-3L.js`]]);
  });

  it('spreads out a dense entry, and names the chunks of its bundles', () => {
    const { outFileName: _, ...group } = lit;
    const entry = parseRemoteEntry(
      {
        name: 'dense',
        shared: [{ ...group, bundle: 'browser-shared', entries: { lit: 'a.js', 'lit/html.js': 'b.js' } }],
        exposes: [],
        chunks: { 'browser-shared': ['chunk-A.js'], 'mapping-or-exposed': ['./heavy-B.mjs'] },
      },
      url,
    );
    assert.deepEqual(
      entry.shared.map(({ specifier, file, version }) => [specifier, file, version]),
      [
        ['lit', 'a.js', '3.3.3'],
        ['lit/html.js', 'b.js', '3.3.3'],
      ],
    );
    assert.deepEqual(
      [...entry.chunks],
      [
        ['@nf-internal/chunk-A', `${base}chunk-A.js`],
        ['@nf-internal/heavy-B', `${base}heavy-B.mjs`],
      ],
    );
  });

  it('accepts what other tools leave out or leave empty', () => {
    const entry = parseRemoteEntry(
      {
        name: 'old',
        exposes: [{ key: 'Cart', outFileName: './sub/Cart.js' }],
        shared: [{ packageName: 'lit', outFileName: 'lit.js', version: '', requiredVersion: null }],
      },
      url,
    );
    assert.equal(entry.exposes[0]?.key, './Cart');
    assert.equal(entry.exposes[0]?.url, `${base}sub/Cart.js`);
    assert.deepEqual(entry.shared[0], {
      specifier: 'lit',
      packageName: 'lit',
      file: 'lit.js',
      version: undefined,
      requiredVersion: undefined,
      singleton: false,
      strictVersion: false,
      shareScope: undefined,
      pool: undefined,
    });
    assert.equal(parseRemoteEntry({ name: 'host' }, url).shared.length, 0);
  });

  it('knows the remote by the name that the page gives it', () => {
    const { name, alias } = parseRemoteEntry({ name: 'other' }, url, { name: 'cart' });
    assert.deepEqual([name, alias], ['cart', 'other']);
    assert.equal(parseRemoteEntry({ name: 'cart' }, url, { name: 'cart' }).alias, undefined);
  });

  const exposing = (key: unknown, outFileName: unknown = 'a.js') => ({ exposes: [{ key, outFileName }] });
  const sharing = (shared: object) => ({ shared: [lit, { ...lit, ...shared }] });
  const wrong: [title: string, json: unknown, field: string][] = [
    ['null', null, 'the document'],
    ['an array', [], 'the document'],
    ['a number', 7, 'the document'],
    ['exposes that are no array', { exposes: {} }, 'exposes'],
    ['an exposed module that is no object', { exposes: ['./Cart'] }, 'exposes[0]'],
    ['a missing key', exposing(undefined), 'exposes[0].key'],
    ['a missing file', { exposes: [{ key: './a' }] }, 'exposes[0].outFileName'],
    ['one key twice', { exposes: [...exposing('./a').exposes, ...exposing('a').exposes] }, 'exposes'],
    ['shared that is no array', { shared: 'lit' }, 'shared'],
    ['a shared package without a name', { shared: [{}] }, 'shared[0].packageName'],
    ['a version that is no text', sharing({ version: 3 }), 'shared[1].version'],
    ['a range that is an object', sharing({ requiredVersion: {} }), 'shared[1].requiredVersion'],
    ['a flag that is no boolean', sharing({ singleton: 'yes' }), 'shared[1].singleton'],
    ['a dense entry that leads outside', sharing({ entries: { lit: '../lit.js' } }), 'shared[1].entries["lit"]'],
    ['a chunk that is no text', { chunks: { all: [1] } }, 'chunks["all"][0]'],
    ['negative bytes', { files: { 'a.js': { bytes: -1 } } }, 'files["a.js"].bytes'],
    ['a hash of an unknown algorithm', { integrity: { 'a.js': 'md5-AAAA' } }, 'integrity["a.js"]'],
    ['a hash that is none', { integrity: { 'a.js': 'not-a-hash' } }, 'integrity["a.js"]'],
    ['too many shared packages', { shared: new Array(50_001).fill(lit) }, 'shared'],
  ];
  for (const [title, json, field] of wrong) {
    it(`rejects ${title}, and names the field`, () => {
      const details = mismatch(json);
      assert.equal(details.field, field);
      assert.equal(details.remote, 'cart');
    });
  }

  for (const key of [
    '../../x',
    './../x',
    '/x',
    'https://evil.example/x.js',
    './',
    '.',
    './a/',
    './.git/x',
    './a b',
    '.\\x',
  ]) {
    it(`rejects the exposed key ${JSON.stringify(key)}`, () => {
      assert.equal(mismatch(exposing(key)).field, 'exposes[0].key');
    });
  }

  for (const name of [
    'https://evil.example/x.js',
    '/app.js',
    './x',
    '../x',
    'data:text/javascript,1',
    'lit/',
    ' ',
    'a b',
    'node:fs',
    'lit/../react',
  ]) {
    it(`rejects the shared specifier ${JSON.stringify(name)}`, () => {
      const details = mismatch(sharing({ packageName: name }));
      assert.equal(details.field, 'shared[1].packageName');
    });
  }

  const outside = [
    'https://evil.example/x.js',
    '//evil.example/x.js',
    '/\\evil.example/x.js',
    'javascript:alert(1)',
    'data:text/javascript,1',
    'blob:https://cart.example/1',
    '../other/x.js',
    'sub/../../other/x.js',
    '%2e%2e/%2e%2e/x.js',
    'https://[',
    '/x.js',
    'x.js#f',
    '\tx.js',
    'x.js\0',
    '.',
    './',
    '',
  ];
  for (const name of outside) {
    it(`rejects the file ${JSON.stringify(name)}, which is not below the entry`, () => {
      assert.equal(mismatch(exposing('./a', name)).field, 'exposes[0].outFileName');
    });
  }

  for (const [name, expected] of [
    ['..%2f..%2fx.js', `${base}..%2f..%2fx.js`],
    ['./x.js', `${base}x.js`],
    ['shared/@lit+context@1.0.0/ü.js', `${base}shared/@lit+context@1.0.0/%C3%BC.js`],
    ['x.js?v=2', `${base}x.js?v=2`],
    ['a/b/../x.js', `${base}a/x.js`],
  ] as const) {
    it(`accepts the file ${name}, which is below the entry`, () => {
      assert.equal(parseRemoteEntry({ name: 'a', ...exposing('./a', name) }, url).exposes[0]?.url, expected);
    });
  }

  it('leaves Object.prototype alone, whatever the keys', () => {
    const json = JSON.parse(
      '{"name":"a","integrity":{"__proto__":"sha256-AAAA"},"packages":{"__proto__":{"version":"1.0.0","dependencies":{"__proto__":"1"}}},"files":{"__proto__":{"bytes":1}}}',
    );
    const entry = parseRemoteEntry(json, url);
    assert.equal(entry.packages.get('__proto__')?.version, '1.0.0');
    assert.equal(({} as { version?: string }).version, undefined);
  });

  it('drops hashes and facts of files that are not its own', () => {
    const entry = parseRemoteEntry(
      { name: 'a', integrity: { 'https://other.example/x.js': 'sha256-AAAA' }, files: { '../x.js': { bytes: 1 } } },
      url,
    );
    assert.equal(entry.integrity.size + entry.files.size, 0);
  });

  it('listens for builds on the origin of the remote only', () => {
    const entry = parseRemoteEntry({ name: 'a', buildNotificationsEndpoint: 'https://evil.example/events' }, url);
    assert.equal(entry.buildNotificationsEndpoint, undefined);
  });
});
