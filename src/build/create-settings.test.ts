import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { createProject } from '../../test/node/support/create-project.js';
import type { BuildSettings } from './build-settings.js';
import { createSettings } from './create-settings.js';

async function settingsOf(
  config: object,
  files: Record<string, unknown> = {},
  more: object = {},
): Promise<BuildSettings> {
  const { root } = await createProject({ files: { 'src/cart.ts': '', ...files } });
  return createSettings({ name: 'cart', ...config }, { root, file: 'federation.config.js', ...more });
}

describe('the settings of a build', () => {
  it('have defaults', async () => {
    const { outDir, root, shared, dense, integrity, mode, minify, sourcemap, exposes } = await settingsOf({});
    assert.deepEqual(
      [outDir, shared, dense, integrity, mode, minify, sourcemap, exposes],
      [`${root}/dist`, 'auto', false, true, 'production', true, false, []],
    );
  });

  it('do not minify for development', async () => {
    assert.equal((await settingsOf({}, {}, { mode: 'development' })).minify, false);
  });

  it('know exposed modules by keys with "./", and by the files where these really are', async () => {
    const { root } = await createProject({ files: { 'real/cart.ts': '' } });
    await symlink(`${root}/real`, `${root}/src`);
    const { exposes } = createSettings({ name: 'cart', exposes: { Cart: 'src/cart.ts' } }, { root, file: 'it' });
    assert.deepEqual(exposes, [{ key: './Cart', file: `${root}/real/cart.ts`, element: undefined }]);
  });

  it('take the package.json above the project if it has none', async () => {
    const { root } = await createProject({ files: { 'apps/cart/src/cart.ts': '' } });
    assert.equal(createSettings({ name: 'cart' }, { root: `${root}/apps/cart`, file: 'it' }).manifest.name, 'project');
  });

  it('skip by name, by specifier and by pattern', async () => {
    const { isSkipped } = await settingsOf({ skip: ['lodash', 'lit/async.js', /^@internal\//g] });
    const specifiers = ['lodash', 'lodash/fp', 'lodash-es', 'lit', 'lit/async.js', '@internal/a', '@internal/b'];
    assert.deepEqual(specifiers.filter(isSkipped), [
      'lodash',
      'lodash/fp',
      'lit/async.js',
      '@internal/a',
      '@internal/b',
    ]);
  });
});

describe('settings that make no sense', () => {
  it('expose a file that is not there', async () => {
    const details = { key: './Cart', file: 'src/basket.ts' };
    await assert.rejects(settingsOf({ exposes: { './Cart': 'src/basket.ts' } }), {
      code: 'exposed-file-missing',
      details,
    });
  });
  it('expose a folder', async () => {
    const details = { key: './Cart', file: 'src', isFolder: true };
    await assert.rejects(settingsOf({ exposes: { './Cart': 'src' } }), { code: 'exposed-file-missing', details });
  });
  it('expose one key twice', async () => {
    const details = { key: './Cart', keys: ['Cart', './Cart'] };
    await assert.rejects(settingsOf({ exposes: { Cart: 'src/cart.ts', './Cart': 'src/cart.ts' } }), {
      code: 'exposed-duplicate',
      details,
    });
  });
  it('have a package.json that is not JSON', async () => {
    await assert.rejects(settingsOf({}, { 'package.json': '{ "name": ' }), { code: 'package-json-invalid' });
  });
});
