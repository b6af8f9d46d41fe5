import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { esbuild, wakeEsbuild } from './esbuild.js';

describe('esbuild', () => {
  it('is there, awake or not', async () => {
    assert.equal(wakeEsbuild(), undefined);
    assert.equal((await esbuild.transform('let  a', { minify: true })).code, 'let a;\n');
  });
});
