import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createProject } from '../../test/node/support/create-project.js';
import { removeAbandoned, Stage } from './stage.js';

async function createFolder(): Promise<string> {
  const { root } = await createProject({ files: { 'dist/a.txt': 'old' } });
  return `${root}/dist`;
}

describe('a stage', () => {
  it('holds files back until they are moved', async () => {
    const folder = await createFolder();
    const stage = new Stage(folder);
    await stage.write([{ path: 'a.txt', contents: 'new' }], new Map());
    assert.equal(readFileSync(`${folder}/a.txt`, 'utf8'), 'old');
    await stage.move();
    await stage.remove();
    assert.deepEqual([readFileSync(`${folder}/a.txt`, 'utf8'), readdirSync(folder)], ['new', ['a.txt']]);
  });

  it('moves all files or none', async () => {
    const folder = await createFolder();
    mkdirSync(`${folder}/z.txt/inside`, { recursive: true });
    const stage = new Stage(folder);
    const files = ['a.txt', 'deep/new.txt', 'z.txt'].map((path) => ({ path, contents: 'new' }));
    await stage.write(files, new Map());
    await assert.rejects(stage.move());
    await stage.remove();
    assert.deepEqual(
      [readFileSync(`${folder}/a.txt`, 'utf8'), readdirSync(folder).sort()],
      ['old', ['a.txt', 'z.txt']],
    );
  });

  it('that a killed build left behind goes, with what that build had moved already', async () => {
    const folder = await createFolder();
    const stage = `${folder}/.federation-stage-999999999-abc`;
    mkdirSync(stage);
    const moving = ['Moved-AAAAAAAA.js', 'Known-AAAAAAAA.js', 'a.txt', '../Other-AAAAAAAA.js'];
    writeFileSync(`${stage}/moving.json`, JSON.stringify(moving));
    for (const path of moving) writeFileSync(`${folder}/${path}`, '');
    await removeAbandoned(folder, new Set(['Known-AAAAAAAA.js']));
    assert.deepEqual(readdirSync(folder).sort(), ['Known-AAAAAAAA.js', 'a.txt']);
    assert.ok(readdirSync(`${folder}/..`).includes('Other-AAAAAAAA.js'));
  });

  it('that a build left behind which was killed while it wrote what it was about to move goes too', async () => {
    const folder = await createFolder();
    mkdirSync(`${folder}/.federation-stage-999999999-abc`);
    writeFileSync(`${folder}/.federation-stage-999999999-abc/moving.json`, '["Moved-AAA');
    await removeAbandoned(folder, new Set());
    assert.deepEqual(readdirSync(folder), ['a.txt']);
  });

  it('of a build that is still running stays', async () => {
    const folder = await createFolder();
    mkdirSync(`${folder}/.federation-stage-${process.pid}-abc`);
    await removeAbandoned(folder, new Set());
    assert.equal(readdirSync(folder).length, 2);
  });
});
