import assert from 'node:assert/strict';
import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createProject } from '../../test/node/support/create-project.js';
import { isAsStamped, stampFile } from './file-stamp.js';

const cases: readonly [title: string, change: (file: string) => void, expected: boolean][] = [
  ['holds if nothing happened', () => undefined, true],
  ['holds if the same was written again', (file) => writeFileSync(file, 'before'), true],
  ['holds if only the times are others', (file) => utimesSync(file, 0, 0), true],
  ['breaks if other bytes were written', (file) => writeFileSync(file, 'behind'), false],
  ['breaks if more bytes were written', (file) => writeFileSync(file, 'before and after'), false],
  ['breaks if the file is gone', (file) => rmSync(file), false],
];

describe('the stamp of a file', () => {
  for (const [title, change, expected] of cases) {
    it(title, async () => {
      const { root } = await createProject({ files: { file: 'before' } });
      const stamp = await stampFile(`${root}/file`);
      change(`${root}/file`);
      assert.equal(await isAsStamped(`${root}/file`, stamp), expected);
    });
  }
});
