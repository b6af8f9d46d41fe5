import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createProject } from '../../test/node/support/create-project.js';
import { parseCatalogs, readCatalogs } from './read-catalogs.js';

const yaml = `# of the whole workspace
packages:
  - 'remotes/*'

catalog:
  react: ^19.0.0
  "@lit/context": '^1.1.0' # a comment

catalogs:
  legacy:
    react: ~18.2.0
    'react-dom': ~18.2.0
  next:
    react: 20.0.0-rc.1

onlyBuiltDependencies:
  - esbuild
`;

describe('the catalogs of a workspace', () => {
  it('are read from pnpm-workspace.yaml', () => {
    const catalogs = Object.fromEntries([...parseCatalogs(yaml)].map(([name, of]) => [name, Object.fromEntries(of)]));
    assert.deepEqual(catalogs, {
      default: { react: '^19.0.0', '@lit/context': '^1.1.0' },
      legacy: { react: '~18.2.0', 'react-dom': '~18.2.0' },
      next: { react: '20.0.0-rc.1' },
    });
  });

  it('are found above the project', async () => {
    const { root } = await createProject({ files: { 'pnpm-workspace.yaml': yaml, 'remotes/cart/package.json': {} } });
    assert.equal(readCatalogs(`${root}/remotes/cart`)('legacy', 'react'), '~18.2.0');
  });

  it('may stand in a package.json', async () => {
    const workspaces = { packages: ['*'], catalog: { vue: '^3.5.0' }, catalogs: { old: { vue: '^2.7.0' } } };
    const { root } = await createProject({ files: { 'package.json': { workspaces }, 'cart/package.json': {} } });
    const catalogs = readCatalogs(`${root}/cart`);
    assert.deepEqual([catalogs('default', 'vue'), catalogs('old', 'vue')], ['^3.5.0', '^2.7.0']);
  });

  it('say nothing where there are none', async () => {
    const { root } = await createProject({ files: {} });
    assert.equal(readCatalogs(root)('default', 'react'), undefined);
  });
});
