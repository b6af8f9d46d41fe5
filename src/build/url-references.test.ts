import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findUrlReferences, hasUrlReference } from './url-references.js';

const cases: readonly [source: string, expected: [path: string, use: string][]][] = [
  ["new URL('./a.png', import.meta.url)", [['./a.png', 'url']]],
  ['new URL("../a.png",import.meta.url)', [['../a.png', 'url']]],
  ['new URL(`a.png`, import.meta.url,)', [['a.png', 'url']]],
  ['new URL(\n  /* webpackIgnore */ "./a.png",\n  import.meta.url,\n)', [['./a.png', 'url']]],
  ["new Worker(new URL('./w.js', import.meta.url), { type: 'module' })", [['./w.js', 'worker']]],
  ["new SharedWorker(new URL('./w.js', import.meta.url), { name: 'x', type: \"module\" })", [['./w.js', 'worker']]],
  ["new Worker(new URL('./w.js', import.meta.url))", [['./w.js', 'classic-worker']]],
  [
    "[new URL('./a.png', import.meta.url), new URL('./b.png', import.meta.url)]",
    [
      ['./a.png', 'url'],
      ['./b.png', 'url'],
    ],
  ],
  ["new URL('.', import.meta.url)", []],
  ["new URL('./assets/', import.meta.url)", []],
  ['new URL(`./$' + '{name}.png`, import.meta.url)', []],
  ["new URL('https://x.example/a.png', import.meta.url)", []],
  ["new URL('/a.png', import.meta.url)", []],
  ["new URL('data:,x', import.meta.url)", []],
  ["new URL('./a.png', location.href)", []],
];

describe('the files that a source names by a URL', () => {
  for (const [source, expected] of cases) {
    it(`are ${expected.map(([path]) => path).join(' and ') || 'none'} in ${source}`, () => {
      const found = findUrlReferences(source);
      assert.deepEqual(
        found.map(({ path, use }) => [path, use]),
        expected,
      );
      assert.equal(hasUrlReference(source), expected.length > 0);
      for (const { start, end } of found)
        assert.match(source.slice(start, end).replace(/\/\*.*\*\//, ''), /^new URL\(.*\)$/s);
    });
  }
});
