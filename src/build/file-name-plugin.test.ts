import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildProject } from '../../test/node/support/build-project.js';
import { runOutput } from '../../test/node/support/run-output.js';

const isWindows = process.platform === 'win32';

describe('a file whose name no script could quote', { skip: isWindows && 'there it cannot be' }, () => {
  for (const name of ['a"b', 'a\\b', 'a\nb', 'a\u0001b']) {
    const specifier = (ending: string): string => JSON.stringify(`./${name}.${ending}`);
    const sources: readonly [title: string, source: string][] = [
      ['imported lazily', `export const load = () => import(${specifier('js')});`],
      ['an image', `export { default as v } from ${specifier('svg')};`],
    ];
    for (const [title, source] of sources) {
      it(`fails the build, and is named: ${JSON.stringify(name)}, ${title}`, async () => {
        const files = {
          'src/m.js': source,
          [`src/${name}.js`]: 'export const v = 1;',
          [`src/${name}.svg`]: '<svg xmlns="http://www.w3.org/2000/svg"/>',
        };
        await assert.rejects(buildProject({ files }), (error: { code?: string; details?: { problems: unknown[] } }) => {
          assert.equal(error.code, 'source-invalid');
          assert.deepEqual(
            error.details?.problems.map((problem) => (problem as { file: string }).file),
            ['src/m.js'],
          );
          return true;
        });
      });
    }
  }

  it('is none whose folder alone is called so', async () => {
    const files = { 'src/m.js': "export { v } from './a\"b/c.js';", 'src/a"b/c.js': 'export const v = 1;' };
    const { outDir } = await buildProject({ files });
    assert.equal(await runOutput(outDir, "return (await import('it/M')).v"), 1);
  });
});
