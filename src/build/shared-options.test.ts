import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sharedNames, sharedOptions } from './shared-options.js';

const shared = {
  '@shop/*': { singleton: false },
  '@shop/ui-*': { strictVersion: false },
  '@shop/ui-button': { version: '1.0.0' },
  'lit/decorators.js': { shareScope: 'a' },
  lit: { shareScope: 'b' },
};

describe('what a config says of a specifier', () => {
  for (const [specifier, expected] of [
    ['@shop/cart', { singleton: false }],
    ['@shop/cart/deep', { singleton: false }],
    ['@shop/ui-field', { strictVersion: false }],
    ['@shop/ui-button/x', { version: '1.0.0' }],
    ['lit/decorators.js', { shareScope: 'a' }],
    ['lit/html.js', { shareScope: 'b' }],
    ['react', {}],
  ] as const) {
    it(`is ${JSON.stringify(expected)} for ${specifier}`, () =>
      assert.deepEqual(sharedOptions(specifier, { shared }), expected));
  }
  it('is nothing with auto', () => assert.deepEqual(sharedOptions('lit', { shared: 'auto' }), {}));
});

describe('the names of the packages that are shared', () => {
  const manifest = {
    name: 'p',
    dependencies: { '@shop/cart': '*', lit: '*', p: '*' },
    peerDependencies: { '@shop/ui-x': '*' },
    devDependencies: { '@shop/dev': '*' },
  };
  it('are those of the config, with what patterns stand for', () =>
    assert.deepEqual([...sharedNames({ shared, manifest })], ['@shop/cart', '@shop/ui-x', '@shop/ui-button', 'lit']));
  it('are all that package.json depends on, with auto, but not the project', () =>
    assert.deepEqual([...sharedNames({ shared: 'auto', manifest })], ['@shop/cart', 'lit', '@shop/ui-x']));
});
