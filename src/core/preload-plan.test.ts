import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseRemoteEntry } from './parse-remote-entry.js';
import { createPreloadPlan } from './preload-plan.js';

const file = (
  imports: string[],
  externals: string[] = [],
  dynamicImports: string[] = [],
  dynamicExternals: string[] = [],
) => ({
  bytes: 1,
  imports,
  externals,
  dynamicImports,
  dynamicExternals,
});

const cart = parseRemoteEntry(
  {
    name: 'cart',
    exposes: [{ key: './Cart', outFileName: 'Cart.js' }],
    files: {
      'Cart.js': file(['chunk.js'], ['react', 'unknown', 'scheduler'], ['Pay.js'], ['scheduler']),
      'chunk.js': file(['Cart.js', 'deep.js']),
      'deep.js': file([]),
      'Pay.js': file(['only-pay.js']),
    },
  },
  'https://cart.example/remoteEntry.json',
);
const shell = parseRemoteEntry(
  { name: 'shell', files: { 'react.js': file(['react-core.js'], ['scheduler']), 'react-core.js': file([]) } },
  'https://shell.example/remoteEntry.json',
);
const map = {
  imports: { react: 'https://shell.example/react.js', scheduler: 'https://wrong.example/scheduler.js' },
  scopes: { 'https://shell.example/': { scheduler: 'https://shell.example/scheduler.js' } },
  integrity: {},
};
const [module] = cart.exposes;
assert.ok(module);

describe('createPreloadPlan', () => {
  it('lists the whole static graph once, across remotes, and leaves what is lazy lazy', () => {
    assert.deepEqual(createPreloadPlan(map, [shell, cart], module), [
      'https://cart.example/Cart.js',
      'https://cart.example/chunk.js',
      'https://shell.example/react.js',
      'https://cart.example/deep.js',
      'https://shell.example/react-core.js',
      'https://shell.example/scheduler.js',
    ]);
  });

  it('lists the module alone when the entry tells nothing of its files', () => {
    assert.deepEqual(createPreloadPlan(map, [], module), ['https://cart.example/Cart.js']);
  });
});
