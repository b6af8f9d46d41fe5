import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createProject } from '../support/create-project.js';
import { createLargeProject } from '../support/large-project.js';

const execute = promisify(execFile);
const measure = fileURLToPath(new URL('../support/measure-build.mjs', import.meta.url));

describe('a project of 200 exposed modules and 100 shared packages', () => {
  it('is built in less than 1 GiB of memory, that of the bundler counted too', {
    skip: process.platform !== 'linux',
  }, async () => {
    const { root } = await createProject({ files: createLargeProject(200, 100) });
    for (const run of ['cold', 'warm']) {
      const { stdout } = await execute(process.execPath, ['--import', import.meta.resolve('tsx'), measure, root]);
      const { exposed, shared, bytes, memory } = JSON.parse(stdout);
      assert.deepEqual([exposed, shared], [200, 200], run);
      assert.ok(bytes > 5_000_000, `${bytes} bytes`);
      assert.ok(memory < 2 ** 30, `${run}: ${memory} bytes of memory`);
    }
  });
});
