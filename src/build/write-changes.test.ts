import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { createProject } from '../../test/node/support/create-project.js';
import type { BuildError } from './build-error.js';
import type { OutputFile } from './stage.js';
import { writeChanges } from './write-changes.js';

const file = (path: string, contents: string): OutputFile => ({ path, contents: Buffer.from(contents) });
const first = [file('a-00000000.js', 'a'), file('shared/b-00000000.js', 'b'), file('remoteEntry.json', '1')];
const second = [first[1] as OutputFile, file('deep/er/c-00000000.js', 'c'), file('remoteEntry.json', '2')];

async function listing(root: string): Promise<Record<string, string>> {
  const names = await readdir(root, { recursive: true, withFileTypes: true });
  const files = names
    .filter((one) => one.isFile())
    .map((one) => `${one.parentPath}/${one.name}`.slice(root.length + 1));
  return Object.fromEntries(
    await Promise.all(files.sort().map(async (path) => [path, await readFile(`${root}/${path}`, 'utf8')])),
  );
}

async function createFolder(): Promise<string> {
  const { root } = await createProject({ files: {} });
  await rm(`${root}/package.json`);
  await writeFile(`${root}/mine.txt`, 'mine');
  writeChanges(root, first, []);
  return root;
}

describe('the changes of a build', () => {
  it('are written, what is gone is removed, and what others wrote stays', async () => {
    const root = await createFolder();
    writeChanges(root, second, first);
    assert.deepEqual(await listing(root), {
      'deep/er/c-00000000.js': 'c',
      'mine.txt': 'mine',
      'remoteEntry.json': '2',
      'shared/b-00000000.js': 'b',
    });
  });

  it('include what somebody has removed meanwhile', async () => {
    const root = await createFolder();
    await rm(`${root}/shared`, { recursive: true });
    writeChanges(root, second, first);
    assert.equal((await listing(root))['shared/b-00000000.js'], 'b');
  });

  it('are undone if one of them cannot be written', async () => {
    const root = await createFolder();
    const before = await listing(root);
    await mkdir(`${root}/taken-00000000.js`);
    const files = [...second.slice(0, 2), file('taken-00000000.js', 'x'), second[2] as OutputFile];
    assert.throws(
      () => writeChanges(root, files, first),
      (error: BuildError) => error.code === 'output-unwritable',
    );
    assert.deepEqual(await listing(root), before);
  });
});
