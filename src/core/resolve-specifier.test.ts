import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse, resolve } from '@import-maps/resolve';
import fc from 'fast-check';
import type { ImportMap } from './import-map.js';
import { resolveSpecifier } from './resolve-specifier.js';

const map: ImportMap = {
  imports: {
    lit: 'https://shell.example/lit.js',
    'vue/': 'https://shell.example/vue/',
    'https://a.example/x.js': 'https://b.example/x.js',
  },
  scopes: {
    'https://cart.example/': { lit: 'https://cart.example/lit.js' },
    'https://cart.example/shared/ui/': { lit: 'https://cart.example/shared/lit.js' },
    'https://cart.example/old.js': { lit: 'https://cart.example/lit-2.js' },
  },
  integrity: {},
};

const cases: [specifier: string, importer: string, expected: string | undefined][] = [
  ['lit', 'https://shell.example/main.js', 'https://shell.example/lit.js'],
  ['lit', 'https://cart.example/Cart.js', 'https://cart.example/lit.js'],
  ['lit', 'https://cart.example/shared/ui/button.js', 'https://cart.example/shared/lit.js'],
  ['lit', 'https://cart.example/old.js', 'https://cart.example/lit-2.js'],
  ['vue/dist/vue.js', 'https://shell.example/main.js', 'https://shell.example/vue/dist/vue.js'],
  ['vue', 'https://shell.example/main.js', undefined],
  ['constructor', 'https://shell.example/main.js', undefined],
  ['__proto__', 'https://cart.example/Cart.js', undefined],
  ['http://', 'https://cart.example/Cart.js', undefined],
  ['./b.js', 'https://cart.example/a/Cart.js', 'https://cart.example/a/b.js'],
  ['/b.js', 'https://cart.example/a/Cart.js', 'https://cart.example/b.js'],
  ['https://a.example/x.js', 'https://cart.example/Cart.js', 'https://b.example/x.js'],
  ['https://a.example/y.js', 'https://cart.example/Cart.js', 'https://a.example/y.js'],
];

describe('resolveSpecifier', () => {
  for (const [specifier, importer, expected] of cases) {
    it(`resolves "${specifier}" in ${importer} to ${expected ?? 'nothing'}`, () => {
      assert.equal(resolveSpecifier(map, specifier, importer), expected);
    });
  }

  it('agrees with an independent implementation of the standard', () => {
    const url = fc.constantFrom(
      'https://a.example/',
      'https://a.example/b/',
      'https://a.example/b/c.js',
      'https://a.example/b/c/d.js',
      'https://d.example/e.js',
    );
    const specifier = fc.constantFrom(
      'a',
      'a/b',
      'a/b/c',
      'b',
      '__proto__',
      './c.js',
      '/b/c.js',
      'https://a.example/b/c.js',
    );
    // Rules whose name ends in a slash have an address that does, else a browser ignores them.
    const rules = fc
      .array(fc.tuple(fc.constantFrom('a', 'a/b', 'b', 'a/', 'a/b/', 'constructor', 'https://a.example/b/c.js'), url))
      .map((pairs) =>
        Object.fromEntries(pairs.filter(([name, address]) => name.endsWith('/') === address.endsWith('/'))),
      );
    const maps = fc.record({ imports: rules, scopes: fc.dictionary(url, rules), integrity: fc.constant({}) });
    fc.assert(
      fc.property(maps, specifier, url, (map, specifier, importer) => {
        const { imports, scopes } = map;
        const base = new URL('https://page.example/');
        const expected = resolve(specifier, parse({ imports, scopes }, base), new URL(importer)).resolvedImport;
        assert.equal(resolveSpecifier(map, specifier, importer), expected?.href);
      }),
      { numRuns: 1000 },
    );
  });
});
