import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
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
  it('keeps all that this process has written, however much it is', async () => {
    const { store, folder } = await createStore();
    for (let index = 0; index < 600; index++) await store.write(`${index}`, index);
    await store.forget();
    assert.equal(readdirSync(folder).length, 600);
  });
  for (const [count, kept] of [
    [501, ['read', 'yesterday']],
    [500, undefined],
  ] as const)
    it(`of ${count} files forgets ${kept ? 'those' : 'none'} that nobody has used for long`, async () => {
      const { store, folder } = await createStore();
      const names = ['read', 'yesterday', ...Array.from({ length: count - 2 }, (_, index) => `${index}`)];
      for (const name of names) {
        await store.write(name, name);
        const days = name === 'yesterday' ? 1 : 8;
        const then = new Date(Date.now() - days * 24 * 60 * 60 * 1000);
        utimesSync(`${folder}/${name}`, then, then);
      }
      mkdirSync(`${folder}/other`);
      assert.equal(await store.read('read'), 'read');
      await store.forget();
      assert.deepEqual(readdirSync(folder).sort(), ['other', ...(kept ?? names)].sort());
    });
  it('has nothing to forget where it is not there', async () => {
    const { store, folder } = await createStore();
    await store.forget();
    assert.equal(existsSync(folder), false);
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
