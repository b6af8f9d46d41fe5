import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createProject } from '../../test/node/support/create-project.js';
import { isOfBuild, readPastBuilds, retainBuilds } from './past-builds.js';

const a = ['A-AAAAAAAA.js', 'A-AAAAAAAA.js.map', 'types/A.d.ts'];
const b = ['B-BBBBBBBB.js'];
const c = ['C-CCCCCCCC.js', 'remoteEntry.json'];

describe('what becomes of the builds before', () => {
  it('is that those that are kept stay, without what has no hash', () =>
    assert.deepEqual(retainBuilds({ last: a, earlier: [b] }, c, 1), {
      kept: [['A-AAAAAAAA.js', 'A-AAAAAAAA.js.map']],
      gone: ['types/A.d.ts', 'B-BBBBBBBB.js'],
    }));
  it('is nothing where there were none', () =>
    assert.deepEqual(retainBuilds({ last: [], earlier: [] }, c, 3), { kept: [], gone: [] }));
});

describe('the builds before', () => {
  it('are read from the entry and the record', async () => {
    const { root } = await createProject({
      files: {
        'remoteEntry.json': { files: { 'B-BBBBBBBB.js': {}, 'note.js': {} } },
        '.federation-builds.json': [['A-AAAAAAAA.js']],
      },
    });
    assert.deepEqual(await readPastBuilds(root), {
      last: ['B-BBBBBBBB.js', 'B-BBBBBBBB.js.map'],
      earlier: [['A-AAAAAAAA.js']],
    });
  });
  it('are none where the documents are damaged', async () => {
    const { root } = await createProject({ files: { 'remoteEntry.json': '{', '.federation-builds.json': '7' } });
    assert.deepEqual(await readPastBuilds(root), { last: [], earlier: [] });
  });
});

describe('a file of a build', () => {
  for (const [path, expected] of [
    ['Cart-5EECHNWY.js', true],
    ['shared/lit@3.3.1/index-5EECHNWY.js.map', true],
    ['cart.js', false],
    ['remoteEntry.json', false],
    ['../Cart-5EECHNWY.js', false],
    ['/Cart-5EECHNWY.js', false],
  ] as const) {
    it(`is ${expected ? '' : 'not '}${path}`, () => assert.equal(isOfBuild(path), expected));
  }
});
