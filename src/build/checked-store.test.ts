import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createProject } from '../../test/node/support/create-project.js';
import { CheckedStore, hashText } from './checked-store.js';

async function createStore(): Promise<{ store: CheckedStore; folder: string }> {
  const folder = `${(await createProject({ files: {} })).root}/deep/store`;
  return { store: new CheckedStore(folder), folder };
}

describe('a checked store', () => {
  it('gives back what was written', async () => {
    const { store } = await createStore();
    await store.write('a', { text: 'ä\n', list: [1] });
    assert.deepEqual(await store.read('a'), { text: 'ä\n', list: [1] });
  });
  it('has nothing under a name that nobody wrote', async () => {
    assert.equal(await (await createStore()).store.read('a'), undefined);
  });
  it('has nothing where a file is damaged', async () => {
    const { store, folder } = await createStore();
    await store.write('a', 'precious');
    for (const damaged of ['', 'x', readFileSync(`${folder}/a`, 'utf8').replace('precious', 'previous')]) {
      writeFileSync(`${folder}/a`, damaged);
      assert.equal(await store.read('a'), undefined);
    }
  });
  it('is whole whoever writes at the same time', async () => {
    const { store, folder } = await createStore();
    await Promise.all(Array.from({ length: 20 }, (_, index) => store.write('a', String(index).repeat(1000))));
    assert.match(String(await store.read('a')), /^(\d+)\1{999}$/);
    assert.deepEqual(readdirSync(folder), ['a']);
  });
  it('forgets the older half when it has become large', async () => {
    const { store, folder } = await createStore();
    for (let index = 0; index <= 500; index++) await store.write(`${index}`, index);
    assert.equal(readdirSync(folder).length, 250);
    assert.equal(await store.read('500'), 500);
  });
  it('does nothing where it cannot be written', async () => {
    const { root } = await createProject({ files: { file: '' } });
    const store = new CheckedStore(`${root}/file/inside`);
    await store.write('a', 1);
    assert.equal(await store.read('a'), undefined);
  });
});

describe('the hash of a text', () => {
  it('is another for another text', () => assert.notEqual(hashText('a'), hashText('b')));
});
