import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createProject } from '../../test/node/support/create-project.js';
import { dependencyRange, readPackageManifest } from './package-manifest.js';

describe('a package.json', () => {
  it('is read, with or without a byte order mark', async () => {
    const { root } = await createProject({ files: { 'package.json': '\uFEFF{ "name": "cart" }' } });
    assert.equal(readPackageManifest(root)?.name, 'cart');
  });
  it('may not be there', () => assert.equal(readPackageManifest('/not/there'), undefined));
  it('must be JSON', async () => {
    const { root } = await createProject({ files: { 'package.json': '{' } });
    assert.throws(() => readPackageManifest(root), { code: 'package-json-invalid' });
  });
});

describe('the range of a dependency', () => {
  const manifest = {
    dependencies: { a: '1', b: '2' },
    peerDependencies: { b: '>=2', c: '3' },
    optionalDependencies: { d: '4' },
    devDependencies: { e: '5' },
  };
  for (const [name, expected] of [
    ['a', '1'],
    ['b', '2'],
    ['c', '3'],
    ['d', '4'],
    ['e', undefined],
    ['f', undefined],
  ] as const) {
    it(`is ${expected ?? 'none'} for ${name}`, () => assert.equal(dependencyRange(manifest, name), expected));
  }
});
