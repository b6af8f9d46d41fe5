import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createProject } from '../../../test/node/support/create-project.js';
import { findCompiler } from './find-compiler.js';

describe('the compiler of a project', () => {
  it('is that of the TypeScript that is installed for it', async () => {
    const { root } = await createProject({
      files: { 'node_modules/typescript/package.json': {}, 'node_modules/typescript/bin/tsc': '', 'apps/it/a.ts': '' },
    });
    assert.equal(findCompiler(`${root}/apps/it`), `${root}/node_modules/typescript/bin/tsc`);
  });

  it('is missing if none is installed', async () => {
    const { root } = await createProject({ files: {} });
    assert.throws(() => findCompiler(root), { code: 'typescript-missing', details: { folder: root } });
  });
});
