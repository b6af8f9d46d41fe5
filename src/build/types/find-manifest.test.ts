import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createProject, type Files } from '../../../test/node/support/create-project.js';
import { findManifest, isUrl } from './find-manifest.js';

describe('the manifest of a project', () => {
  const config = (manifest: string): Files => ({
    'federation.config.js': `export default { name: 'shell', manifest: '${manifest}' };`,
  });
  for (const [title, files, expected] of [
    ['is the file with the usual name', { 'federation.manifest.json': {} }, '/federation.manifest.json'],
    ['is that of the config', { ...config('public/m.json'), 'federation.manifest.json': {} }, '/public/m.json'],
    [
      'has the usual name if the config does not say',
      { 'federation.config.js': "export default { name: 'shell' };", 'federation.manifest.json': {} },
      '/federation.manifest.json',
    ],
  ] as readonly [string, Files, string][]) {
    it(title, async () => {
      const { root } = await createProject({ files });
      assert.equal(await findManifest(root), root + expected);
    });
  }

  it('may be at a URL', async () => {
    const { root } = await createProject({ files: config('https://shop.example/m.json') });
    assert.equal(await findManifest(root), 'https://shop.example/m.json');
  });

  it('is missing if nothing says where it is', async () => {
    const { root } = await createProject({ files: {} });
    await assert.rejects(findManifest(root), { code: 'manifest-missing' });
  });

  it('is not looked for if the config is wrong', async () => {
    const { root } = await createProject({
      files: { 'federation.config.js': 'export default { name: 7 };', 'federation.manifest.json': {} },
    });
    await assert.rejects(findManifest(root), { code: 'config-invalid' });
  });

  it('is told from a path by its scheme', () => {
    assert.deepEqual(['https://a.example', 'file:///a', 'HTTP://a', 'c:/a.json', './http:'].map(isUrl), [
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
