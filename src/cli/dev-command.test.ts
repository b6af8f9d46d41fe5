import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { createProject, type Files } from '../../test/node/support/create-project.js';
import { runCli } from '../../test/node/support/run-cli.js';
import { RunningCli } from '../../test/node/support/start-cli.js';

const files: Files = {
  'cart/federation.config.js': "export default { name: 'cart', exposes: { './Cart': './cart.js' } };",
  'cart/cart.js': 'export const mount = () => {};',
  'shell/index.html': '<!doctype html><title>Shop</title>',
};

describe('federation dev', () => {
  it('prints where folders are served, builds again, tells of errors, and stops by Ctrl+C', async () => {
    const { root, write } = await createProject({ files });
    const cli = new RunningCli(['dev', 'shell', 'cart', '--port', '0'], root);
    const [, shell] = await cli.until(/shell {2}(http:\/\/localhost:\d+\/)/);
    const [, entry] = await cli.until(/cart {3}(http:\/\/localhost:\d+\/remoteEntry\.json)/);
    assert.deepEqual(await (await fetch(`${shell}federation.manifest.json`)).json(), { cart: entry });
    await write({ 'cart/cart.js': 'export const mount = ;' });
    await cli.until(/cart: source-invalid: cart\.js:1:22/);
    await write({ 'cart/cart.js': 'export const mount = () => 1;' });
    await cli.until(/cart built again in \d+ ms after cart\/cart\.js/);
    assert.equal(await cli.stop(), 0);
  });

  it('serves this folder by default, and prints for machines', async () => {
    const { root, write } = await createProject({ files });
    const cli = new RunningCli(['dev', '--port', '0', '--json'], `${root}/cart`);
    const read = async (type: string): Promise<Record<string, unknown>> =>
      JSON.parse((await cli.until(new RegExp(`^\\{"type":"${type}".*\\}$`, 'm')))[0]);
    assert.equal((await read('built')).name, 'cart');
    const { projects } = (await read('listening')) as { projects: { name: string; folder: string }[] };
    assert.deepEqual([projects[0]?.name, projects[0]?.folder], ['cart', `${root}/cart`]);
    await write({ 'cart/cart.js': 'export const mount = ;' });
    assert.equal(((await read('error')).error as { code: string }).code, 'source-invalid');
    assert.equal(await cli.stop(), 0);
  });

  it('does not start in a folder that is neither a remote nor a page', async () => {
    const { root } = await createProject({ files });
    const { code, stdout, stderr } = await runCli(['dev'], root);
    assert.deepEqual([code, stdout, stderr.startsWith('nothing-to-serve: ')], [1, '', true]);
  });

  it('does not start on a port that is taken, and names it', async () => {
    const { root } = await createProject({ files });
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, resolve));
    const { port } = other.address() as { port: number };
    const { code, stdout } = await runCli(['dev', 'cart', '--json', '--port', `${port}`], root);
    other.close();
    const { error } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    assert.deepEqual([code, error.code, error.details.port], [1, 'port-taken', port]);
  });

  it('says what to install where @web/dev-server is not', async () => {
    const { root } = await createProject({ files });
    const hooks = new URL('../../test/node/support/without-dev-server.mjs', import.meta.url);
    const { code, stderr } = await runCli(
      ['dev', 'cart', '--port', '0'],
      root,
      `export NODE_OPTIONS=--import=${hooks}`,
    );
    assert.deepEqual([code, /^dev-server-missing: .*npm install --save-dev @web\/dev-server/.test(stderr)], [1, true]);
  });

  for (const port of ['cart', '-1', '65536', '1.5'])
    it(`refuses the port ${port}`, async () => {
      const { root } = await createProject({ files });
      assert.equal((await runCli(['dev', 'cart', `--port=${port}`], root)).code, 2);
    });

  it('explains itself', async () => {
    const { root } = await createProject({ files });
    const { code, stdout } = await runCli(['dev', '--help'], root);
    assert.deepEqual([code, stdout.startsWith('Usage: federation dev')], [0, true]);
  });
});
