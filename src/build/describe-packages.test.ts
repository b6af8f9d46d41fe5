import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildProject } from '../../test/node/support/build-project.js';
import type { Files } from '../../test/node/support/create-project.js';
import { depending, pack } from '../../test/node/support/pack.js';

/** What the entry says of the packages of a project whose module imports `a`. */
async function packagesOf(files: Files, source = "export * from 'a';"): Promise<Record<string, unknown>> {
  return (await buildProject({ files: { 'src/m.js': source, ...files } })).entry.packages;
}

const a = (manifest: object, source = "export * from 'b';"): Files => pack('a', { 'index.js': source }, manifest);
const b = pack('b', { 'index.js': 'export const b = 1;' }, { version: '1.4.0' });

describe('what packages say of each other', () => {
  const declared: readonly [title: string, manifest: object, expected: object][] = [
    ['is the range of its dependencies', { dependencies: { b: '^1.2.0' } }, { b: '^1.2.0' }],
    ['may be that of its peers', { peerDependencies: { b: '>=1' } }, { b: '>=1' }],
    ['is the range behind an alias', { dependencies: { b: 'npm:real@~1.4.0' } }, { b: '~1.4.0' }],
    ['is nothing where a package imports what it does not declare', {}, {}],
    ['is nothing of what it declares and does not import', { dependencies: { b: '^1.0.0', c: '*' } }, { b: '^1.0.0' }],
  ];
  for (const [title, manifest, dependencies] of declared) {
    it(title, async () => {
      const packages = await packagesOf({ ...depending('a', 'b'), ...a(manifest), ...b });
      assert.deepEqual(packages, { a: { version: '1.0.0', dependencies }, b: { version: '1.4.0', dependencies: {} } });
    });
  }

  it('counts the ranges of their private dependencies too', async () => {
    const packages = await packagesOf({
      ...depending('a', 'b'),
      ...a({ dependencies: { b: '^1.0.0', inner: '*' } }, "export * from 'b'; export * from 'inner';"),
      ...pack('inner', { 'index.js': "export { b as c } from 'b';" }, { dependencies: { b: '>=1.3.0' } }),
      ...b,
    });
    assert.deepEqual(packages.a, { version: '1.0.0', dependencies: { b: '^1.3' } });
  });

  it('is looked up by the name that a package is installed by, also for its second version', async () => {
    const manifest = { dependencies: { b: 'catalog:' } };
    const packages = await packagesOf(
      {
        ...depending('@old/a', '@old/c', 'b'),
        ...pack('@old/a', { 'index.js': "export { b as a } from 'b';" }, manifest),
        ...pack('@old/c', { 'index.js': "export { b as c } from 'b';" }, manifest),
        'node_modules/@old/node_modules/b/package.json': { name: 'real', version: '0.9.0', type: 'module' },
        'node_modules/@old/node_modules/b/index.js': 'export const b = 0;',
        'pnpm-workspace.yaml': "catalog:\n  b: '>=0.5.0 <2'\n",
        ...b,
      },
      "export { a } from '@old/a'; export { c } from '@old/c'; export { b } from 'b';",
    );
    const dependencies = { 'b-0.9.0': '>=0.5.0 <2' };
    assert.deepEqual(packages, {
      '@old/a': { version: '1.0.0', dependencies },
      '@old/c': { version: '1.0.0', dependencies },
      b: { version: '1.4.0', dependencies: {} },
      'b-0.9.0': { version: '0.9.0', dependencies: {} },
    });
  });
});
