import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasDefaultExport } from './has-default-export.js';

describe('a default export', () => {
  for (const [text, expected] of [
    ['export default class Cart {}', true],
    ['export default function open(): void;', true],
    ['declare const cart: 1;\nexport { cart as default };', true],
    ["export { default } from './cart.js';", true],
    ["export { open, Cart as default, close } from './cart.js';", true],
    ["export type { Cart as default } from './cart.js';", true],
    ["export { default as Cart } from './cart.js';", false],
    ["import { default as Cart } from './cart.js'; export { Cart };", false],
    ["import Cart from './cart.js'; export * from './cart.js';", false],
    ['export interface Cart { default: string }', false],
    ['export declare const cart: { default: 1 };', false],
    ["export type Cart = 'export default ' | 'b';", false],
    ['/** export default Cart */\n// export { Cart as default }\nexport {};', false],
    ['', false],
  ] as const) {
    it(`is ${expected ? 'seen' : 'not'} in ${text || 'an empty file'}`, () =>
      assert.equal(hasDefaultExport(text), expected));
  }
});
