import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createProject, type Files, type Project } from '../../test/node/support/create-project.js';
import { runCli } from '../../test/node/support/run-cli.js';

const remote: Files = {
  'cart/remoteEntry.json': {
    name: 'cart',
    shared: [],
    exposes: [
      { key: './Cart', outFileName: 'Cart.js', types: 'types/Cart.d.ts' },
      { key: './plain', outFileName: 'plain.js' },
    ],
  },
  'cart/types/Cart.d.ts': 'export declare const cart: 1;',
};
const create = (files: Files): Promise<Project> => createProject({ files: { ...remote, ...files } });

describe('federation types', () => {
  it('fetches the types of the remotes that the usual manifest names', async () => {
    const { root } = await create({ 'federation.manifest.json': { cart: './cart/remoteEntry.json' } });
    const { code, stdout, stderr } = await runCli(['types'], root);
    assert.deepEqual([code, stderr], [0, '']);
    for (const text of ['cart', './Cart', './plain', 'federation-types']) assert.ok(stdout.includes(text), text);
    assert.deepEqual(readdirSync(`${root}/federation-types`).sort(), ['cart', 'index.d.ts', 'package.json']);
  });

  it('takes the manifest of the config, of another folder, and writes into another one', async () => {
    const { root } = await create({
      'shell/federation.config.js': "export default { name: 'shell', manifest: '../page.json' };",
      'page.json': { cart: './cart/remoteEntry.json' },
    });
    const { code } = await runCli(['types', 'shell', '--out-dir', 'types/remotes'], root);
    assert.equal(code, 0);
    assert.ok(readdirSync(`${root}/shell/types/remotes`).includes('cart'));
  });

  it('prints JSON for machines, with the faults of remotes', async () => {
    const { root } = await create({ 'm.json': { cart: './cart/remoteEntry.json', gone: './gone/remoteEntry.json' } });
    const { code, stdout, stderr } = await runCli(['types', '--manifest', 'm.json', '--json'], root);
    const { outDir, remotes } = JSON.parse(stdout);
    assert.deepEqual([code, stderr, outDir], [1, '', `${root}/federation-types`]);
    assert.deepEqual(
      remotes.map(({ name, typed, untyped, error }: Record<string, unknown>) => [
        name,
        typed,
        untyped,
        (error as { code?: string } | undefined)?.code,
      ]),
      [
        ['cart', ['./Cart'], ['./plain'], undefined],
        ['gone', [], [], 'types-unreadable'],
      ],
    );
  });

  it('ends with exit code 1 and names the remote that it could not read', async () => {
    const { root } = await create({ 'federation.manifest.json': { gone: './gone/remoteEntry.json' } });
    const { code, stderr } = await runCli(['types'], root);
    assert.deepEqual([code, stderr.split(' ').slice(0, 5).join(' ')], [1, 'types-unreadable: The types of "gone"']);
  });

  it('ends with exit code 1 if there is no manifest', async () => {
    const { root } = await create({});
    const { code, stdout } = await runCli(['types', '--json'], root);
    assert.deepEqual([code, JSON.parse(stdout).error.code], [1, 'manifest-missing']);
  });

  it('explains itself', async () => {
    const { root } = await create({});
    const { code, stdout } = await runCli(['types', '--help'], root);
    assert.deepEqual([code, stdout.startsWith('Usage: federation types')], [0, true]);
  });

  for (const parameters of [
    ['--timeout', 'soon'],
    ['--base', './here'],
    ['--manifests', 'm.json'],
    ['a', 'b'],
  ]) {
    it(`ends with exit code 2 for ${parameters.join(' ')}`, async () => {
      const { root } = await create({});
      const { code, stderr } = await runCli(['types', ...parameters], root);
      assert.equal(code, 2);
      assert.match(stderr, /federation types --help/);
    });
  }
});
