import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createProject, type Files } from '../../test/node/support/create-project.js';
import { runCli } from '../../test/node/support/run-cli.js';

const files: Files = {
  'federation.config.js': "export default { name: 'cart', exposes: { './Cart': './src/cart.js' } };",
  'src/cart.js': 'export const v = 1;',
};

describe('federation build', () => {
  it('builds the project of the folder, and says what came out', async () => {
    const { root } = await createProject({ files });
    const { code, stdout, stderr } = await runCli(['build'], root);
    assert.deepEqual([code, stderr], [0, '']);
    for (const text of ['cart', './Cart', 'remoteEntry.json', 'importmap.json', 'dist'])
      assert.ok(stdout.includes(text), text);
    assert.ok(readdirSync(`${root}/dist`).includes('remoteEntry.json'));
  });

  it('uses no colours and shows no progress where there is no terminal', async () => {
    const { root } = await createProject({ files });
    const { stdout, stderr } = await runCli(['build'], root);
    assert.ok(!`${stdout}${stderr}`.includes('\u001B'));
  });

  it('builds another folder, with another config, into another folder', async () => {
    const { root } = await createProject({
      files: { 'apps/it/other.config.mjs': files['federation.config.js'], 'apps/it/src/cart.js': files['src/cart.js'] },
    });
    assert.equal(
      (await runCli(['build', 'apps/it', '--config', 'other.config.mjs', '--out-dir', 'out'], root)).code,
      0,
    );
    assert.ok(readdirSync(`${root}/out`).includes('remoteEntry.json'));
  });

  it('prints JSON for machines', async () => {
    const { root } = await createProject({ files });
    const { stdout } = await runCli(['build', '--json'], root);
    const { name, outDir, entry, files: written } = JSON.parse(stdout);
    assert.deepEqual([name, outDir, entry.name], ['cart', `${root}/dist`, 'cart']);
    assert.deepEqual(entry, JSON.parse(readFileSync(`${root}/dist/remoteEntry.json`, 'utf8')));
    assert.ok(written.every(({ bytes }: { bytes: number }) => bytes > 0));
  });

  it('writes source maps and development builds on demand', async () => {
    const { root } = await createProject({ files });
    await runCli(['build', '--dev', '--sourcemap', '--no-cache'], root);
    const names = readdirSync(`${root}/dist`);
    assert.ok(names.some((name) => name.endsWith('.js.map')));
    assert.match(readFileSync(`${root}/dist/${names.find((name) => name.endsWith('.js'))}`, 'utf8'), /var v = 1;\n/);
  });

  it('explains itself', async () => {
    const { root } = await createProject({ files });
    const { code, stdout } = await runCli(['build', '--help'], root);
    assert.deepEqual([code, stdout.startsWith('Usage: federation build')], [0, true]);
  });
});

describe('federation build that fails', () => {
  it('ends with exit code 1, names the error, and leaves the output as it was', async () => {
    const { root, write } = await createProject({ files });
    await runCli(['build'], root);
    const before = readFileSync(`${root}/dist/remoteEntry.json`, 'utf8');
    await write({ 'src/cart.js': "import 'not-there';" });
    const { code, stdout, stderr } = await runCli(['build'], root);
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /^import-unresolved: src\/cart\.js:1 imports "not-there"/);
    assert.equal(readFileSync(`${root}/dist/remoteEntry.json`, 'utf8'), before);
  });

  it('prints the error as JSON for machines', async () => {
    const { root } = await createProject({ files: {} });
    const { code, stdout } = await runCli(['build', '--json'], root);
    const { error } = JSON.parse(stdout);
    assert.deepEqual([code, error.code, error.details.folder], [1, 'config-missing', root]);
  });

  for (const [title, parameters] of [
    ['an option that it does not have', ['build', '--sourcemaps']],
    ['an option without its value', ['build', '--config']],
    ['a number that is none', ['build', '--keep', 'some']],
    ['two folders', ['build', 'a', 'b']],
  ] as const) {
    it(`ends with exit code 2 for ${title}`, async () => {
      const { root } = await createProject({ files });
      const { code, stderr } = await runCli(parameters, root);
      assert.equal(code, 2);
      assert.match(stderr, /federation build --help/);
    });
  }

  it('leaves the output as it was if the disk takes no more', { skip: process.platform === 'win32' }, async () => {
    const { root, write } = await createProject({ files });
    await runCli(['build'], root);
    const before = readdirSync(`${root}/dist`).sort();
    await write({ 'src/cart.js': `export const v = '${'x'.repeat(100_000)}';` });
    // No file may become larger than 16 blocks, in whatever blocks the shell counts: writing fails halfway.
    const { code, stderr } = await runCli(['build', '--no-cache'], root, 'ulimit -f 16');
    assert.deepEqual([code, stderr.split(':')[0]], [1, 'output-unwritable']);
    assert.deepEqual(readdirSync(`${root}/dist`).sort(), before);
  });
});
