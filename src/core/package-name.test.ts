import assert from 'node:assert/strict';
import { it } from 'node:test';
import { packageNameOf } from './package-name.js';

for (const [specifier, expected] of [
  ['lit', 'lit'],
  ['lit/decorators.js', 'lit'],
  ['@lit/context', '@lit/context'],
  ['@lit/context/lib/a.js', '@lit/context'],
] as const) {
  it(`${specifier} belongs to ${expected}`, () => assert.equal(packageNameOf(specifier), expected));
}
