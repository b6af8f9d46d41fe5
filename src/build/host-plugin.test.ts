import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildProject, sharedOf } from '../../test/node/support/build-project.js';
import { depending, pack } from '../../test/node/support/pack.js';

const files = {
  ...depending('a', 'b', 'types-only'),
  ...pack('a', { 'index.js': 'export const a = 1;', 'sub.js': 'export const sub = 1;' }),
  ...pack('b', { 'index.js': 'export const b = 1;' }),
  ...pack('types-only', { 'index.d.ts': 'export {};' }, { types: 'index.d.ts' }),
};

describe('a host, which exposes nothing', () => {
  it('shares the entry points that its config names', async () => {
    const built = await buildProject({ files, config: { exposes: {}, shared: { a: {}, 'a/sub.js': {} } } });
    assert.deepEqual(sharedOf(built), ['a', 'a/sub.js']);
  });
  it('shares all its dependencies that have code, if the config names none', async () => {
    const built = await buildProject({ files, config: { exposes: {} } });
    assert.deepEqual(sharedOf(built), ['a', 'b']);
  });
  it('ships nothing but these', async () => {
    const { files: written } = await buildProject({ files, config: { exposes: {} } });
    assert.deepEqual(
      written.map(({ path }) => path).filter((path) => !path.startsWith('shared/')),
      ['importmap.json', 'remoteEntry.json'],
    );
  });
  it('must name what exists', async () => {
    const built = buildProject({ files, config: { exposes: {}, shared: { 'a/gone.js': {} } } });
    await assert.rejects(built, { code: 'import-unresolved' });
  });
});
