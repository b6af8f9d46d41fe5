import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nearestName } from './nearest-name.js';

const cases: readonly (readonly [wrong: string, names: readonly string[], nearest: string | undefined])[] = [
  ['carts', ['catalog', 'cart'], 'cart'],
  ['crat', ['cart', 'chart'], 'cart'],
  ['Cart', ['reviews', 'cart'], 'cart'],
  ['./Crat', ['./Cart', './Badge'], './Cart'],
  ['cart', ['reviews', 'orders'], undefined],
  ['x', ['y'], undefined],
  ['', ['a', 'bb'], undefined],
  ['cart', [], undefined],
  ['ab', ['abcdefghijklmnop'], undefined],
];

describe('nearestName', () => {
  for (const [wrong, names, nearest] of cases) {
    it(`takes "${wrong}" among ${names.join(', ') || 'none'} for ${nearest ?? 'none of them'}`, () => {
      assert.equal(nearestName(wrong, names), nearest);
    });
  }

  it('takes the first of two that are equally near', () => {
    assert.equal(nearestName('cort', ['cart', 'cyrt']), 'cart');
  });
});
