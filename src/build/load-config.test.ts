import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createProject } from '../../test/node/support/create-project.js';
import type { BuildError } from './build-error.js';
import { loadConfig } from './load-config.js';

const config = (name: string): string => `export default { name: '${name}' };`;
const nameOf = async (path: string): Promise<unknown> => ((await loadConfig(path)).value as { name: string }).name;

describe('the config of a project', () => {
  for (const file of ['federation.config.js', 'federation.config.mjs', 'federation.config.ts']) {
    it(`may be ${file}`, async () => {
      const { root } = await createProject({ files: { [file]: config('cart') } });
      assert.equal(await nameOf(root), 'cart');
    });
  }

  it('may be a file of any name', async () => {
    const { root } = await createProject({
      files: { 'other.config.mjs': config('other'), 'federation.config.js': config('cart') },
    });
    assert.equal(await nameOf(`${root}/other.config.mjs`), 'other');
  });

  it('may be TypeScript that imports its own files', async () => {
    const files = {
      'federation.config.ts':
        "import { name } from './name.ts'; const it: { name: string } = { name }; export default it;",
      'name.ts': "export const name: string = 'cart';",
    };
    const { root } = await createProject({ files });
    assert.equal(await nameOf(root), 'cart');
    assert.deepEqual(readdirSync(root).sort(), ['federation.config.ts', 'name.ts', 'package.json']);
  });

  it('is read again when it has changed', async () => {
    const { root, write } = await createProject({ files: { 'federation.config.js': config('cart') } });
    assert.equal(await nameOf(root), 'cart');
    await write({ 'federation.config.js': config('basket') });
    assert.equal(await nameOf(root), 'basket');
  });
});

describe('a config that cannot be loaded', () => {
  it('is missed, with the names that it may have', async () => {
    const { root } = await createProject({ files: {} });
    await assert.rejects(loadConfig(root), {
      code: 'config-missing',
      details: { folder: root, names: ['federation.config.js', 'federation.config.mjs', 'federation.config.ts'] },
    });
  });

  for (const file of ['federation.config.js', 'federation.config.ts']) {
    it(`has a place where it is wrong: ${file}`, async () => {
      const { root } = await createProject({
        files: { [file]: "export default {\n  name: 'cart'\n  exposes: {},\n};" },
      });
      await assert.rejects(loadConfig(root), ({ code, details }: BuildError<'config-syntax'>) => {
        assert.deepEqual([code, details.file, details.line], ['config-syntax', `${root}/${file}`, 3]);
        return true;
      });
    });
  }

  it('has thrown, or imports what is not there', async () => {
    for (const source of ["throw new Error('no');", "import 'not-there';"]) {
      const { root } = await createProject({ files: { 'federation.config.js': source } });
      await assert.rejects(loadConfig(root), { code: 'config-failed' });
    }
  });
});
