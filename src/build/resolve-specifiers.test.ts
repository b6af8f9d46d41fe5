import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createProject } from '../../test/node/support/create-project.js';
import { pack } from '../../test/node/support/pack.js';
import { createSettings } from './create-settings.js';
import { resolveSpecifiers } from './resolve-specifiers.js';

describe('specifiers', () => {
  it('lead to files as in the project: by conditions, aliases and paths; others lead nowhere', async () => {
    const exports = { '.': { special: './special.js', browser: './browser.js' } };
    const { root } = await createProject({
      files: {
        ...pack('a', { 'special.js': '', 'browser.js': '' }, { exports }),
        'tsconfig.json': { compilerOptions: { paths: { '@own/*': ['./src/*'] } } },
        'src/state.ts': '',
      },
    });
    const esbuild = { conditions: ['special'], alias: { old: 'a' } };
    const settings = createSettings({ name: 'it', esbuild }, { root, file: 'test' });
    const found = await resolveSpecifiers(['a', 'old', '@own/state', 'ghost', 'a/none'], root, settings);
    const special = `${root}/node_modules/a/special.js`;
    assert.deepEqual(Object.fromEntries(found), { a: special, old: special, '@own/state': `${root}/src/state.ts` });
  });
});
