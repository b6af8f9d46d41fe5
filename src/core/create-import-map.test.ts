import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judge } from '../../test/node/negotiation/judge.js';
import { type RemoteFacts, remote, type SharedFacts } from '../../test/node/negotiation/remote.js';
import { createImportMap, createThoroughly } from './create-import-map.js';
import type { ImportMap } from './import-map.js';
import { importMapAdditions } from './import-map-additions.js';
import { negotiate } from './negotiate.js';
import type { RemoteEntry } from './remote-entry.js';
import { resolveSpecifier } from './resolve-specifier.js';

const mapOf = (...entries: RemoteEntry[]): ImportMap => createImportMap(negotiate(entries));
const at = (name: string, specifier: string, version: string): string => {
  return `https://${name}.example/shared/${specifier.replaceAll('/', '_')}@${version}/index.js`;
};

describe('createImportMap', () => {
  it('maps exposed modules, with and without the dot', () => {
    assert.deepEqual(mapOf(remote('team/cart')).imports, {
      'team/cart/./X': 'https://team/cart.example/X.js',
      'team/cart/X': 'https://team/cart.example/X.js',
    });
  });

  it('maps for everyone what most use, and in its scope what one remote uses instead', () => {
    const old = remote('a', { react: '18.3.1 ^18.0.0', vue: '3.5.0 ^3.0.0' });
    const { imports, scopes } = mapOf(old, ...['b', 'c'].map((name) => remote(name, { react: '19.2.0 ^19.0.0' })));
    assert.equal(imports.react, at('b', 'react', '19.2.0'));
    assert.equal(imports.vue, at('a', 'vue', '3.5.0'));
    assert.deepEqual(scopes, { 'https://a.example/': { react: at('a', 'react', '18.3.1') } });
  });

  it('maps in scopes what the page maps otherwise for everyone', () => {
    const agreement = negotiate([remote('a', { lit: '3.3.3 ^3.0.0' }), remote('b', { lit: '3.1.0 ^3.0.0' })]);
    const { imports, scopes } = createThoroughly(agreement, new Map([['lit', 'https://page.example/lit.js']]));
    assert.equal(imports.lit, 'https://page.example/lit.js');
    const rules = { lit: at('a', 'lit', '3.3.3') };
    assert.deepEqual(scopes, { 'https://a.example/': rules, 'https://b.example/': rules });
  });

  const lateForUi = (core: string, ui: (version: string) => SharedFacts): ImportMap => {
    const early = ['a', 'n'].map((name) => remote(name, { [core]: '15.0.0 >=15.0.0', [`${core}-ui`]: ui('2.5.0') }));
    const late = remote('b', { [core]: '16.0.0 ^16.0.0', [`${core}-ui`]: ui('2.0.0') });
    return createImportMap(negotiate([late], { committed: negotiate(early) }));
  };

  it('maps in its folder what a copy imports otherwise than its remote', () => {
    const ui = (version: string): SharedFacts => ({ version, range: '^2.0.0', imports: { core: '>=15.0.0' } });
    const { imports, scopes } = lateForUi('core', ui);
    assert.equal(imports['core-ui'], at('a', 'core-ui', '2.5.0'));
    assert.deepEqual(scopes, {
      'https://b.example/': { core: at('b', 'core', '16.0.0'), 'core-ui': at('n', 'core-ui', '2.5.0') },
      'https://n.example/shared/core-ui@2.5.0/': { core: at('b', 'core', '16.0.0') },
    });
  });

  it('maps for its very files what a copy imports otherwise than its remote, where another tool built it', () => {
    const { scopes } = lateForUi('@x/core', (version) => ({ version, range: '^2.0.0' }));
    const own = at('b', '@x/core', '16.0.0');
    assert.deepEqual(scopes, {
      'https://b.example/': { '@x/core': own, '@x/core-ui': at('n', '@x/core-ui', '2.5.0') },
      [at('n', '@x/core-ui', '2.5.0')]: { '@x/core': own },
    });
  });

  it('leaves the copies of a remote their own rules, where its directory holds a remote that was there before', () => {
    const at = (name: string): RemoteFacts => ({ url: `https://x.example/${name}remoteEntry.json` });
    const tslib = (version: string, range: string): SharedFacts => ({ version, range, singleton: false });
    const first = negotiate([
      remote('a', { tslib: tslib('2.0.0', '~2.0.0') }, at('mfe/a/')),
      remote('b', { tslib: tslib('2.8.0', '~2.8.0') }),
    ]);
    const rxjs: SharedFacts = { version: '6.0.0', singleton: false, imports: { tslib: '^1.9.0' } };
    const outer = remote('outer', { tslib: tslib('1.14.1', '>=1'), rxjs }, at('mfe/'));
    const agreement = negotiate([outer], { committed: first });
    const copy = agreement.packages.find(({ packageName }) => packageName === 'rxjs')?.copies[0];
    const wired = copy?.dependencies.get('tslib')?.entryPoints.get('tslib');
    const map = createImportMap(agreement);
    assert.equal(resolveSpecifier(map, 'tslib', copy?.entryPoints.get('rxjs') ?? ''), wired);
    assert.match(wired ?? '', /tslib@1.14.1/);
  });

  it('maps chunks in the scope of their remote', () => {
    const { imports, scopes } = mapOf(remote('a', {}, { chunks: ['chunk-A.js'] }));
    assert.equal(imports['@nf-internal/chunk-A'], undefined);
    assert.deepEqual(scopes, { 'https://a.example/': { '@nf-internal/chunk-A': 'https://a.example/chunk-A.js' } });
  });

  it('sorts all keys, so that the same map is the same text', () => {
    const { imports } = mapOf(remote('b', { vue: '3.5.0 ^3.0.0', lit: '3.3.3 ^3.0.0' }), remote('a'));
    assert.deepEqual(Object.keys(imports), Object.keys(imports).sort());
  });

  it('is empty, if there is nothing to map', () => {
    assert.deepEqual(mapOf(), { imports: {}, scopes: {}, integrity: {} });
  });

  it('gives each file the hash that its own remote gives for it', () => {
    const hashes = (entry: RemoteEntry, hash: string): RemoteEntry => ({
      ...entry,
      integrity: new Map([['https://x.example/b/X.js', hash]]),
    });
    const outer = hashes(remote('a', {}, { url: 'https://x.example/remoteEntry.json' }), 'sha384-evil');
    const inner = hashes(remote('b', {}, { url: 'https://x.example/b/remoteEntry.json' }), 'sha384-good');
    assert.deepEqual(mapOf(outer, inner).integrity, { 'https://x.example/b/X.js': 'sha384-good' });
  });

  it('never lets a shared package take the place of an exposed module', () => {
    const evil = remote('evil', { 'cart/X': '1.0.0 ^1.0.0' });
    const { imports, scopes } = mapOf(remote('cart'), evil);
    assert.equal(imports['cart/X'], 'https://cart.example/X.js');
    assert.deepEqual(Object.keys(scopes), ['https://evil.example/']);
  });

  it('takes names of Object.prototype for names', () => {
    const names = ['__proto__/x', 'constructor', 'toString'];
    const entries = names.map((name) => remote(`r-${name}`, { [name]: '1.0.0 ^1.0.0' }));
    const { imports } = mapOf(...entries);
    for (const name of names) assert.ok(Object.hasOwn(imports, name), name);
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });
});

interface Neighbours {
  readonly title: string;
  readonly urls: readonly [string, string];
}

const neighbours: readonly Neighbours[] = [
  {
    title: 'one directory in the other',
    urls: ['https://x.example/remoteEntry.json', 'https://x.example/b/remoteEntry.json'],
  },
  {
    title: 'the other way round',
    urls: ['https://x.example/b/remoteEntry.json', 'https://x.example/remoteEntry.json'],
  },
  { title: 'one directory for both', urls: ['https://x.example/one.json', 'https://x.example/two.json'] },
];

describe('createImportMap for remotes of one origin', () => {
  for (const { title, urls } of neighbours) {
    const facts = urls.map((url): RemoteFacts => ({ url }));
    const one = remote('a', { react: '18.3.1 ^18.0.0', lit: '3.3.3 ^3.0.0' }, facts[0]);
    // Its module is a file of its own also where the directory is the same.
    const built = remote('b', { react: '19.2.0 ^19.0.0', lit: '3.3.3 ^3.0.0' }, facts[1]);
    const exposes = built.exposes.map((exposed) => ({ ...exposed, url: exposed.url.replace('X.js', 'Y.js') }));
    const other = { ...built, exposes };

    it(`gives each what it accepts: ${title}`, () => {
      const agreement = negotiate([one, other]);
      assert.deepEqual(judge(agreement.entries, createImportMap(agreement), undefined).broken, []);
    });

    it(`never puts a late rule around what is there: ${title}`, () => {
      const first = negotiate([one]);
      const firstMap = createImportMap(first);
      const second = negotiate([other], { committed: first });
      const map = createImportMap(second);
      assert.deepEqual(judge(second.entries, map, undefined).broken, []);
      for (const scope of Object.keys(importMapAdditions(map, firstMap).scopes)) {
        assert.ok(!one.base.startsWith(scope), scope);
      }
      const importer = one.exposes[0]?.url ?? '';
      assert.equal(resolveSpecifier(map, 'react', importer), resolveSpecifier(firstMap, 'react', importer));
    });
  }
});
