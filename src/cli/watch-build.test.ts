import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { createProject, type Files } from '../../test/node/support/create-project.js';
import { runCli } from '../../test/node/support/run-cli.js';
import { RunningCli } from '../../test/node/support/start-cli.js';

const files: Files = {
  'federation.config.js': "export default { name: 'cart', exposes: { './Cart': './cart.js' } };",
  'cart.js': 'export const number = 1;',
};

describe('federation build --watch', () => {
  it('builds again, keeps the output when that fails, and stops by Ctrl+C', async () => {
    const { root, write } = await createProject({ files });
    const entry = (): Promise<string> => readFile(`${root}/dist/remoteEntry.json`, 'utf8');
    const cli = new RunningCli(['build', '--watch'], root);
    await cli.until(/cart built in \d+ ms/);
    const first = await entry();
    await write({ 'cart.js': 'export const number = ;' });
    await cli.until(/source-invalid: cart\.js:1:23/);
    assert.equal(await entry(), first);
    await write({ 'cart.js': 'export const number = 2;' });
    await cli.until(/cart built again in \d+ ms after cart\.js/);
    assert.notEqual(await entry(), first);
    assert.equal(await cli.stop(), 0);
  });

  it('prints one object a line for machines', async () => {
    const { root } = await createProject({ files });
    const cli = new RunningCli(['build', '--watch', '--json'], root);
    const [line] = await cli.until(/^\{.*\}$/m);
    assert.deepEqual(Object.keys(JSON.parse(line)), ['name', 'duration', 'changes']);
    assert.equal(await cli.stop(), 0);
  });

  it('writes types after each build, and says so', async () => {
    const { root, write } = await createProject({ files, packages: { typescript: '7.0.2' } });
    const types = (): Promise<string> => readFile(`${root}/dist/types/Cart.d.ts`, 'utf8');
    const cli = new RunningCli(['build', '--watch', '--types'], root);
    await cli.until(/cart built in \d+ ms[\s\S]*cart has 1 file of types/);
    assert.match(await types(), /number = 1/);
    await write({ 'cart.js': 'export const number = 2;' });
    await cli.until(/cart built again in \d+ ms after cart\.js[\s\S]*cart has 1 file of types/);
    assert.match(await types(), /number = 2/);
    assert.equal(await cli.stop(), 0);
  });

  it('tells machines, too, why there are no types', async () => {
    const { root } = await createProject({ files });
    const cli = new RunningCli(['build', '--watch', '--types', '--json'], root);
    const [, text = ''] = await cli.until(/^(\{"name":"cart","types":.*\})$/m);
    assert.equal(JSON.parse(text).types.error.code, 'typescript-missing');
    assert.equal(await cli.stop(), 0);
  });

  it('does not wait for a config that is not there', async () => {
    const { root } = await createProject({ files: {} });
    const { code, stderr } = await runCli(['build', '--watch'], root);
    assert.deepEqual([code, stderr.startsWith('config-missing: ')], [1, true]);
  });
});
