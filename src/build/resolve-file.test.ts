import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OnResolveArgs } from 'esbuild';
import { createProject } from '../../test/node/support/create-project.js';
import { esbuild } from './esbuild.js';
import { ownQuestion } from './own-question.js';
import { resolveFile } from './resolve-file.js';

const files = { 'main.js': '', 'near.css': '', 'node_modules/far/package.json': '{}', 'node_modules/far/far.css': '' };

/** The file that an import of `main.js` leads to, relative to the project. */
async function resolveFrom(path: string, other: Partial<OnResolveArgs> = {}): Promise<string | undefined> {
  const { root } = await createProject({ files });
  let found: string | undefined;
  await esbuild.build({
    stdin: { contents: '', resolveDir: root },
    bundle: true,
    write: false,
    logLevel: 'silent',
    absWorkingDir: root,
    external: ['outside'],
    plugins: [
      {
        name: 'made-up',
        setup(build) {
          build.onResolve({ filter: /^made-up$/ }, () => ({ path: 'made-up', namespace: 'made-up' }));
          build.onResolve({ filter: /^renamed$/ }, () => ({ path: `${root}/near.css` }));
        },
      },
      {
        name: 'asker',
        setup(build) {
          build.onStart(async () => {
            const question = { path, kind: 'import-statement', resolveDir: root, pluginData: undefined } as const;
            const of = { importer: `${root}/main.js`, namespace: 'file' };
            found = (await resolveFile(build, { ...question, ...of, ...other }))?.path.slice(root.length + 1);
          });
        },
      },
    ],
  });
  return found;
}

describe('the file that an import leads to', () => {
  for (const [title, path, expected] of [
    ['that of a relative path', './near.css', 'near.css'],
    ['that of a package', 'far/far.css', 'node_modules/far/far.css'],
    ['what another plugin says', 'renamed', 'near.css'],
    ['none if there is none', './missing.css', undefined],
    ['none if it stays outside', 'outside', undefined],
    ['none if a plugin makes it up', 'made-up', undefined],
  ] as const)
    it(`is ${title}`, async () => assert.equal(await resolveFrom(path), expected));

  it('is nobody’s business where one of our plugins asks', async () =>
    assert.equal(await resolveFrom('./near.css', { pluginData: ownQuestion }), undefined));
});
