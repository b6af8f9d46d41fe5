import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeAllTypes, describeRemoteTypes, remoteFolder, typesHeader } from './describe-remote-types.js';

const url = 'https://cart.example/remoteEntry.json';

/** The files for a remote that exposes one module, of these declarations. */
const describeOne = (text: string): ReadonlyMap<string, string> =>
  describeRemoteTypes({ name: 'a', url, modules: new Map([['./m', 'm.d.ts']]), files: new Map([['m.d.ts', text]]) });

describe('the files for the types of a remote', () => {
  it('have what it has published, and what it exposes by its name', () => {
    const files = describeRemoteTypes({
      name: 'team/cart',
      url,
      modules: new Map([
        ['./Cart', 'types/Cart.d.ts'],
        ['./Again', 'types/Cart.d.ts'],
        ['./plain', undefined],
      ]),
      files: new Map([
        ['types/Cart.d.ts', 'export {};'],
        ['types/modules/a.d.mts', 'export {};'],
      ]),
    });
    assert.deepEqual([...files.keys()].sort(), [
      'index.d.ts',
      'modules.d.ts',
      'published/types/Cart.d.ts',
      'published/types/modules/a.d.mts',
    ]);
    const index = files.get('index.d.ts') ?? '';
    for (const text of ["'team/cart'", "'./Cart': typeof import('./published/types/Cart.js')", "'./plain': any"])
      assert.ok(index.includes(text), text);
    const modules = files.get('modules.d.ts') ?? '';
    assert.ok(modules.includes("declare module 'team/cart/plain';"));
    assert.ok(modules.includes("export * from '#remotes/team+cart/published/types/Cart.js';"));
  });

  it('have a default export where the module has one', () => {
    for (const [text, expected] of [
      ['export default class Cart {}', true],
      ['declare class Cart {}\nexport = Cart;', true],
      ['export declare class Cart {}', false],
    ] as const) {
      const files = describeOne(text);
      assert.equal(files.get('modules.d.ts')?.includes('export { default } from'), expected, text);
    }
  });

  it('make a module of declarations that are none', () => {
    for (const [text, expected] of [
      ['declare const a: 1;', 1],
      ['declare const a: 1;\nexport = a;', 0],
      ["import { b } from 'b';", 0],
    ] as const) {
      const files = describeOne(text);
      assert.equal([...(files.get('published/m.d.ts') ?? '').matchAll(/^export \{\};$/gm)].length, expected);
    }
  });

  it('let its modules be anything if nothing is known of it', () => {
    const files = describeRemoteTypes('cart');
    assert.deepEqual([...files.keys()], ['index.d.ts']);
    assert.match(files.get('index.d.ts') ?? '', /\[module: string\]: any/);
  });

  it('never mix two remotes up', () => {
    assert.equal(new Set(['a', 'a/b', 'a__b', '@a/b'].map(remoteFolder)).size, 4);
  });

  it('are all referred to by one, which knows itself again', () => {
    const text = describeAllTypes(['cart', 'team+cart']);
    assert.ok(text.startsWith(typesHeader));
    assert.equal([...text.matchAll(/reference path/g)].length, 2);
  });
});
