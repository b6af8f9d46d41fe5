import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { createProject } from '../../../test/node/support/create-project.js';
import { typesHeader } from './describe-remote-types.js';
import { readTypesFolder, writeTypesFolder } from './write-types-folder.js';

const files = (text: string): Map<string, string> =>
  new Map([
    ['index.d.ts', `${typesHeader}\n`],
    ['cart/index.d.ts', text],
  ]);

describe('a folder of types', () => {
  it('holds what it is to hold, and nothing of before but what is kept', async () => {
    const { root } = await createProject({ files: {} });
    const folder = `${root}/federation-types`;
    await writeTypesFolder(folder, {
      files: new Map([...files('1'), ['old/a.d.ts', ''], ['kept/b.d.ts', 'b']]),
      kept: [],
    });
    await writeTypesFolder(folder, { files: files('2'), kept: ['kept'] });
    assert.deepEqual((await readTypesFolder(folder)).sort(), ['cart', 'kept']);
    assert.equal(await readFile(`${folder}/cart/index.d.ts`, 'utf8'), '2');
    assert.equal(await readFile(`${folder}/kept/b.d.ts`, 'utf8'), 'b');
    assert.deepEqual(await readdir(root), ['federation-types', 'package.json']);
  });

  it('may be there already, if it is empty', async () => {
    const { root } = await createProject({ files: {} });
    await mkdir(`${root}/types`);
    await writeTypesFolder(`${root}/types`, { files: files('1'), kept: [] });
    assert.deepEqual(await readTypesFolder(`${root}/types`), ['cart']);
  });

  it('is as it was if it cannot be written', { skip: process.getuid?.() === 0 }, async () => {
    const { root } = await createProject({ files: {} });
    const folder = `${root}/federation-types`;
    await writeTypesFolder(folder, { files: files('1'), kept: [] });
    await chmod(root, 0o555);
    await assert.rejects(writeTypesFolder(folder, { files: files('2'), kept: [] }), { code: 'output-unwritable' });
    await chmod(root, 0o755);
    assert.equal(await readFile(`${folder}/cart/index.d.ts`, 'utf8'), '1');
  });

  it('is as it was if something that is kept is not there', async () => {
    const { root } = await createProject({ files: {} });
    const folder = `${root}/federation-types`;
    await writeTypesFolder(folder, { files: files('1'), kept: [] });
    await assert.rejects(writeTypesFolder(folder, { files: files('2'), kept: ['gone'] }), {
      code: 'output-unwritable',
    });
    assert.equal(await readFile(`${folder}/cart/index.d.ts`, 'utf8'), '1');
    assert.deepEqual(await readdir(root), ['federation-types', 'package.json']);
  });

  it('has types of nobody if it is not there', async () => {
    assert.deepEqual(await readTypesFolder('/not/there'), []);
  });
});
