import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { createProject } from '../../test/node/support/create-project.js';
import { InstalledPackages } from './installed-packages.js';

const manifest = (name: string, version: string): object => ({ name, version });
const files = {
  'node_modules/lit/package.json': manifest('lit', '3.3.0'),
  'node_modules/lit/hooks/package.json': manifest('lit-hooks', '0.1.0'),
  'node_modules/@lit/context/package.json': manifest('@lit/context', '1.1.0'),
  'node_modules/react17/package.json': manifest('react', '17.0.2'),
  'node_modules/old/node_modules/lit/package.json': manifest('lit', '2.8.0'),
  'node_modules/old/package.json': manifest('old', '1.0.0'),
  'packages/ui/package.json': manifest('ui', '4.0.0'),
  'packages/ui/dist/package.json': { type: 'commonjs' },
};

describe('the package of a file', () => {
  const cases: readonly [file: string, name: string, version: string][] = [
    ['node_modules/lit/directives/repeat.js', 'lit', '3.3.0'],
    ['node_modules/lit/hooks/index.js', 'lit', '3.3.0'],
    ['node_modules/@lit/context/index.js', '@lit/context', '1.1.0'],
    ['node_modules/react17/index.js', 'react17', '17.0.2'],
    ['node_modules/old/node_modules/lit/index.js', 'lit', '2.8.0'],
    ['packages/ui/dist/button.js', 'ui', '4.0.0'],
    ['src/cart.js', 'project', '1.0.0'],
  ];
  for (const [file, name, version] of cases) {
    it(`is ${name} ${version} for ${file}`, async () => {
      const { root } = await createProject({ files });
      const owner = new InstalledPackages().ownerOf(`${root}/${file}`);
      assert.deepEqual([owner?.name, owner?.version], [name, version]);
    });
  }
});

describe('the package that a folder gets', () => {
  it('is the nearest one', async () => {
    const { root } = await createProject({ files });
    const installed = new InstalledPackages();
    assert.equal(installed.find('lit', `${root}/node_modules/old`)?.version, '2.8.0');
    assert.equal(installed.find('lit', `${root}/src/deep/inside`)?.version, '3.3.0');
  });
  it('is where its link leads', async () => {
    const { root } = await createProject({ files });
    await symlink(`${root}/packages/ui`, `${root}/node_modules/ui`);
    const installed = new InstalledPackages();
    assert.equal(installed.find('ui', root)?.root, `${root}/packages/ui`);
    assert.equal(installed.find('ui', root), installed.ownerOf(`${root}/packages/ui/dist/button.js`));
  });
  it('is none if it is not installed', async () => {
    const { root } = await createProject({ files });
    assert.equal(new InstalledPackages().find('vue', root), undefined);
  });
});
