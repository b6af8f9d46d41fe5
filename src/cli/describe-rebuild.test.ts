import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeRebuild, describeTypes } from './describe-rebuild.js';

const plain = { paint: (_style: unknown, text: string) => text };
const result = { name: 'cart', warnings: [{ file: 'a.js', line: 2, column: 1, text: 'doubtful' }] } as never;

describe('what is said of a build', () => {
  for (const [title, changes, line] of [
    ['the first', [], '✓ cart built in 12 ms'],
    ['one after a change', ['src/a.js'], '✓ cart built again in 12 ms after src/a.js'],
    ['one after more', ['a.js', 'b.js', 'c.js'], '✓ cart built again in 12 ms after a.js and 2 more'],
  ] as const) {
    it(`names ${title}, after the warnings`, () => {
      const absolute = changes.map((file) => `${process.cwd()}/${file}`);
      const text = describeRebuild({ result, duration: 12.3, changes: absolute }, plain);
      assert.deepEqual(text.split('\n'), ['warning a.js:2: doubtful', line, '']);
    });
  }

  for (const [count, line] of [
    [0, '✓ cart has 0 files of types'],
    [1, '✓ cart has 1 file of types'],
  ] as const)
    it(`counts its types: ${count}`, () => {
      const files = Array.from({ length: count }, () => ({ path: 'types/A.d.ts', contents: new Uint8Array() }));
      const text = describeTypes(
        'cart',
        { files, warnings: [{ file: '', line: 0, column: 0, text: 'doubtful' }] },
        plain,
      );
      assert.deepEqual(text.split('\n'), ['warning doubtful', line, '']);
    });
});
