import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exposedNames } from './exposed-names.js';

const cases: readonly [title: string, exposes: [key: string, file: string][], expected: [string, string][]][] = [
  ['the key', [['./Cart', '/src/cart.ts']], [['Cart', '/src/cart.ts']]],
  ['folders with a dash', [['./cart/Badge', '/src/badge.ts']], [['cart-Badge', '/src/badge.ts']]],
  [
    'a number if two keys would look alike',
    [
      ['./a/b', '/1.ts'],
      ['./a-b', '/2.ts'],
    ],
    [
      ['a-b', '/1.ts'],
      ['a-b-2', '/2.ts'],
    ],
  ],
  [
    'one name for a source that is exposed twice',
    [
      ['./A', '/1.ts'],
      ['./B', '/1.ts'],
    ],
    [['A', '/1.ts']],
  ],
];

describe('the file name of an exposed module', () => {
  for (const [title, exposes, expected] of cases) {
    it(`is ${title}`, () => {
      assert.deepEqual([...exposedNames(exposes.map(([key, file]) => ({ key, file })))], expected);
    });
  }
});
