import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

describe('the types for frameworks', () => {
  for (const framework of readdirSync(`${root}test/fixtures/types`)) {
    // In the programs each mistake says that it must be refused: that none is, is an error as well.
    it(`take a right program of ${framework}, and refuse its mistakes`, async () => {
      const compiler = `${root}node_modules/.bin/tsc`;
      const { stdout } = await execute(process.execPath, [compiler, '-p', `${root}test/fixtures/types/${framework}`]);
      assert.equal(stdout, '');
    });
  }
});
