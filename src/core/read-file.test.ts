import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Mismatch } from './json-shape.js';
import { readFile } from './read-file.js';

const base = 'https://cart.example/a/';

describe('readFile', () => {
  it('gives the URL, or a mismatch', () => {
    assert.equal(readFile('lit.js', base), 'https://cart.example/a/lit.js');
    assert.throws(() => readFile('../lit.js', base), Mismatch);
    assert.throws(() => readFile(undefined, base), Mismatch);
  });
});
