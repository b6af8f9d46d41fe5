import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { buildProject } from '../../test/node/support/build-project.js';
import { createProject } from '../../test/node/support/create-project.js';
import { build } from './build.js';

const source = { 'src/m.js': 'export const v = 1;' };
const configFile = "export default { name: 'it', exposes: { './M': './src/m.js' } };";

describe('build', () => {
  it('finds the config in the folder', async () => {
    const { root } = await createProject({ files: { ...source, 'federation.config.mjs': configFile } });
    const { name, outDir } = await build({ root });
    assert.deepEqual([name, outDir], ['it', `${root}/dist`]);
  });

  it('takes the folder of a config file as the project, if no other is given', async () => {
    const { root } = await createProject({ files: { ...source, 'federation.config.js': configFile } });
    assert.equal((await build({ config: `${root}/federation.config.js` })).outDir, `${root}/dist`);
  });

  it('gives back what it has written', async () => {
    const built = await buildProject({ files: source });
    for (const { path, contents } of built.files) {
      assert.ok(readFileSync(`${built.outDir}/${path}`).equals(Buffer.from(contents)), path);
    }
    assert.deepEqual(JSON.parse(built.texts.get('remoteEntry.json') ?? ''), built.entry);
  });

  it('writes the licences of what is inside beside it', async () => {
    const built = await buildProject({ files: { 'src/m.js': '/*! @license Mine */\nexport const v = 1;' } });
    assert.ok(built.texts.get('licenses.txt')?.includes('@license Mine'));
  });

  it('tells what esbuild found doubtful in the sources', async () => {
    const built = await buildProject({ files: { 'src/m.js': "\nexport const v = (x) => typeof x == 'nmber';" } });
    assert.deepEqual(
      built.warnings.map(({ file, line }) => [file, line]),
      [['src/m.js', 2]],
    );
  });

  it('leaves the output as it was if it fails', async () => {
    const built = await buildProject({ files: source });
    const before = readFileSync(`${built.outDir}/remoteEntry.json`, 'utf8');
    await built.project.write({ 'src/m.js': 'export const = 1;' });
    await assert.rejects(built.again(), { code: 'source-invalid' });
    assert.equal(readFileSync(`${built.outDir}/remoteEntry.json`, 'utf8'), before);
  });

  it('makes no folder if it fails the first time', async () => {
    const { root } = await createProject({
      files: { 'src/m.js': 'export const = 1;', 'federation.config.js': configFile },
    });
    await assert.rejects(build({ root }), { code: 'source-invalid' });
    assert.ok(!existsSync(`${root}/dist`));
  });
});
