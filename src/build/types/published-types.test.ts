import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPublishedTypes } from './published-types.js';

/** Which paths are read, of these files. */
async function pathsOf(files: Record<string, string>, ...roots: string[]): Promise<string[]> {
  return [...(await readPublishedTypes(roots, async (path) => files[path])).keys()].sort();
}

describe('published declarations', () => {
  it('come with all that they name, wherever it is, once', async () => {
    const files = {
      'types/Cart.d.ts': "export * from './modules/a.js'; import('../other/b.js'); import './style.css'; import 'lit';",
      'types/modules/a.d.ts': "export * from '../Cart.js';",
      'other/b.d.ts': "export * from './c'; export * from './d';",
      'other/c.d.ts': '',
      'other/d/index.d.ts': '',
      'types/unused.d.ts': '',
    };
    assert.deepEqual(await pathsOf(files, 'types/Cart.d.ts'), Object.keys(files).slice(0, 5).sort());
  });

  it('are none where nothing is', async () => {
    assert.deepEqual(await pathsOf({}, 'types/Cart.d.ts'), []);
    assert.deepEqual(await pathsOf({}), []);
  });

  it('may name what is outside, which is for the reader to refuse', async () => {
    const asked: string[] = [];
    await readPublishedTypes(['a.d.ts'], async (path) => {
      asked.push(path);
      return path === 'a.d.ts' ? "export * from '../b.js';" : undefined;
    });
    assert.deepEqual(asked, ['a.d.ts', '../b.d.ts']);
  });
});
