import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createProject } from '../../test/node/support/create-project.js';
import { removeFiles } from './remove-files.js';

describe('files that are removed', () => {
  it('take the folders along that are empty then, and no others', async () => {
    const { root } = await createProject({ files: { 'a/b/one.js': '', 'c/d/two.js': '', 'c/mine.txt': '' } });
    await removeFiles(root, ['a/b/one.js', 'c/d/two.js', 'not/there.js']);
    assert.deepEqual(readdirSync(root).sort(), ['c', 'package.json']);
    assert.deepEqual(readdirSync(`${root}/c`), ['mine.txt']);
  });
});
