import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildProject } from '../../test/node/support/build-project.js';
import { depending, pack } from '../../test/node/support/pack.js';

const files = {
  ...depending('a', '@b/c'),
  ...pack('a', {
    'index.js': "export * from './part.js';",
    'sub.js': "export * from './part.js';",
    'part.js': 'export const a = {};',
  }),
  ...pack('@b/c', { 'index.js': 'export const c = 1;' }, { version: '2.0.0-beta.1' }),
  'src/m.js':
    "export * from 'a'; export { a as again } from 'a/sub.js'; export * from '@b/c'; export const load = () => import('./lazy.js');",
  'src/lazy.js': 'export const lazy = 1;',
};
const stem = (path: string): string => path.replace(/-[0-9A-Z]{8}\./, '.');

describe('the files of a project', () => {
  it('lie at the top, those of a shared package in a folder of its own', async () => {
    const { files: written } = await buildProject({ files });
    assert.deepEqual(
      written.map(({ path }) => stem(path)),
      [
        'M.js',
        'lazy.js',
        'shared/@b/c@2.0.0-beta.1/index.js',
        'shared/a@1.0.0/chunk.js',
        'shared/a@1.0.0/index.js',
        'shared/a@1.0.0/sub.js',
        'importmap.json',
        'remoteEntry.json',
      ],
    );
  });

  it('are one file if two keys or two specifiers mean the same source', async () => {
    const { entry } = await buildProject({
      files: {
        ...files,
        ...pack('a', { 'index.js': 'export const a = 1;' }, { exports: { '.': './index.js', './same': './index.js' } }),
        'src/m.js': "export * from 'a'; export { a as b } from 'a/same';",
      },
      config: { exposes: { './M': 'src/m.js', './N': 'src/m.js' } },
    });
    assert.equal(entry.exposes[0]?.outFileName, entry.exposes[1]?.outFileName);
    assert.equal(entry.shared[0]?.outFileName, entry.shared[1]?.outFileName);
  });
});
