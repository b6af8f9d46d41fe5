import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Plugin } from 'esbuild';
import { buildProject, sharedOf } from '../../test/node/support/build-project.js';
import { depending, pack } from '../../test/node/support/pack.js';

const a = pack('a', { 'index.js': "export const a = 1; export * from 'b';" });
const b = pack('b', { 'index.js': 'export const b = 1; export default 2;' });

describe('an import that would fail in the browser fails the build', () => {
  it('if nothing is installed under its name', async () => {
    const files = { ...depending('a'), 'src/m.js': "\nimport 'a';" };
    const details = { imports: [{ specifier: 'a', importer: 'src/m.js', line: 2, builtin: false }] };
    await assert.rejects(buildProject({ files }), { code: 'import-unresolved', details });
  });

  it('if a shared package imports what is not installed', async () => {
    const files = { ...depending('a'), ...a, 'src/m.js': "export { a } from 'a';" };
    const details = { imports: [{ specifier: 'b', importer: 'node_modules/a/index.js', line: 1, builtin: false }] };
    await assert.rejects(buildProject({ files }), { code: 'import-unresolved', details });
  });

  it('if it is a module of Node', async () => {
    const files = { 'src/m.js': "import 'node:fs'; import 'path';" };
    await assert.rejects(
      buildProject({ files }),
      (error: { code: string; details: { imports: { builtin: boolean }[] } }) => {
        assert.equal(error.code, 'import-unresolved');
        assert.ok(error.details.imports.every(({ builtin }) => builtin));
        return true;
      },
    );
  });

  it('if a plugin leaves it to somebody else', async () => {
    const plugin: Plugin = {
      name: 'leaves',
      setup: ({ onResolve }) => onResolve({ filter: /^ghost$/ }, () => ({ path: 'ghost', external: true })),
    };
    const details = { imports: [{ specifier: 'ghost', importer: 'src/m.js', line: 0, builtin: false }] };
    const built = buildProject({
      files: { 'src/m.js': "import 'ghost';" },
      config: { esbuild: { plugins: [plugin] } },
    });
    await assert.rejects(built, { code: 'import-unresolved', details });
  });

  it('if a shared package has no such export', async () => {
    const files = { ...depending('b'), ...b, 'src/m.js': "import { typo } from 'b'; console.log(typo);" };
    await assert.rejects(buildProject({ files }), {
      code: 'export-missing',
      details: { specifier: 'b', name: 'typo', importer: 'src/m.js' },
    });
  });

  it('if a shared package hands on what has no default export', async () => {
    const files = { ...depending('a', 'b'), ...a, ...b, 'src/m.js': "import d from 'a'; console.log(d);" };
    await assert.rejects(buildProject({ files }), { code: 'export-missing' });
  });
});

describe('an import is fine', () => {
  it('if the package that a shared package hands on has the name', async () => {
    const files = { ...depending('a', 'b'), ...a, ...b, 'src/m.js': "export { b } from 'a';" };
    assert.deepEqual(sharedOf(await buildProject({ files })), ['a', 'b']);
  });

  it('if it only looks like one in a text', async () => {
    const text = 'export const text = \'import { typo } from "b";\'; export { b } from "b";';
    assert.deepEqual(sharedOf(await buildProject({ files: { ...depending('b'), ...b, 'src/m.js': text } })), ['b']);
  });

  it('if it is the address of a module', async () => {
    const files = { 'src/m.js': "export const load = () => import('https://cdn.example/m.js');" };
    assert.deepEqual(sharedOf(await buildProject({ files })), []);
  });

  it('if a lazy one that may fail is handled', async () => {
    const files = { 'src/m.js': "export const v = await import('not-there').catch(() => 0);" };
    assert.deepEqual(sharedOf(await buildProject({ files })), []);
  });
});
