import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { declarationPathOf, declarationPaths, isDeclaration } from './declaration-paths.js';

describe('where declarations may be', () => {
  for (const [path, expected] of [
    ['/src/a.js', ['/src/a.d.ts']],
    ['/src/a.tsx', ['/src/a.d.ts']],
    ['/src/a.mjs', ['/src/a.d.mts']],
    ['/src/a.cts', ['/src/a.d.cts']],
    ['/src/a.d.ts', ['/src/a.d.ts']],
    ['/src/a', ['/src/a.d.ts', '/src/a/index.d.ts']],
    ['/src/a.types', ['/src/a.types.d.ts', '/src/a.types/index.d.ts']],
    ['/src/a.css', []],
    ['/src/a.vue', []],
  ] as const) {
    it(`is ${expected.join(' or ') || 'nowhere'} for ${path}`, () =>
      assert.deepEqual(declarationPaths(path), expected));
  }

  it('is beside the script', () => {
    assert.deepEqual(['a.ts', 'b.jsx', 'c.mts'].map(declarationPathOf), ['a.d.ts', 'b.d.ts', 'c.d.mts']);
    assert.deepEqual(['a.ts', 'a.d.ts', 'a.d.cts'].map(isDeclaration), [false, true, true]);
  });
});
