import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createProject, type Files } from '../../../test/node/support/create-project.js';
import { installPackages } from '../../../test/node/support/install-packages.js';
import { findTsconfig, type Tsconfig } from './find-tsconfig.js';

/** What is found for `src/m.ts` of `apps/it`, with paths relative to the project. */
async function find(files: Files, tsconfig?: string): Promise<Tsconfig> {
  const { root } = await createProject({ files: { 'apps/it/src/m.ts': '', 'apps/it/src/all.d.ts': '', ...files } });
  const compiler = `${await installPackages({ typescript: '7.0.2' })}/node_modules/typescript/bin/tsc`;
  const it = `${root}/apps/it`;
  const { file, ambient } = await findTsconfig(`${it}/src/m.ts`, compiler, {
    root: it,
    esbuild: tsconfig ? { tsconfig } : {},
  });
  const local = (path: string): string => path.replace(`${root}/`, '');
  return { file: file && local(file), ambient: ambient.map(local) };
}

describe('the tsconfig.json of a script', () => {
  for (const [title, files, tsconfig, expected] of [
    [
      'is that of the project, with the declarations that it has for all',
      { 'apps/it/tsconfig.json': { include: ['src', '../*.d.ts'] }, 'apps/styles.d.ts': '', 'tsconfig.json': {} },
      undefined,
      ['apps/it/tsconfig.json', 'apps/it/src/all.d.ts', 'apps/styles.d.ts'],
    ],
    ['is the nearest above', { 'tsconfig.json': { include: ['libs'] } }, undefined, ['tsconfig.json']],
    [
      'is the one that the bundler was given',
      { 'apps/it/tsconfig.json': {}, 'apps/it/other.json': { files: ['src/m.ts'] } },
      'other.json',
      ['apps/it/other.json'],
    ],
    [
      'is the one of those that it refers to which has the script',
      {
        'apps/it/tsconfig.json': { files: [], references: [{ path: './tsconfig.node.json' }, { path: './src' }] },
        'apps/it/tsconfig.node.json': { files: ['vite.config.ts'] },
        'apps/it/vite.config.ts': '',
        'apps/it/src/tsconfig.json': { include: ['.'] },
      },
      undefined,
      ['apps/it/src/tsconfig.json', 'apps/it/src/all.d.ts'],
    ],
    [
      'may be one that is not valid',
      { 'apps/it/tsconfig.json': '{ not json' },
      undefined,
      ['apps/it/tsconfig.json', 'apps/it/src/all.d.ts'],
    ],
  ] as readonly [string, Files, string | undefined, string[]][]) {
    it(title, async () => {
      const { file, ambient } = await find(files, tsconfig);
      assert.deepEqual([file, ...[...ambient].sort()], expected);
    });
  }

  it('may be none', async () => {
    assert.deepEqual(await find({}), { file: undefined, ambient: [] });
  });
});
