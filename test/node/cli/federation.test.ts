import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createProject } from '../support/create-project.js';

const program = fileURLToPath(new URL('../../../src/cli/federation.ts', import.meta.url));

interface Ended {
  readonly code: number;
  readonly output: string;
  readonly complaint: string;
}

/** Calls the command line as a shell would, with its output in pipes. */
async function federation(parameters: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = { output: '', complaint: '' };
  child.stdout.on('data', (part) => {
    ended.output += part;
  });
  child.stderr.on('data', (part) => {
    ended.complaint += part;
  });
  const code = await new Promise<number>((resolve) => child.once('close', (status) => resolve(status ?? -1)));
  return { code, ...ended };
}

const files = {
  'federation.config.mjs': 'export default { name: "cart", exposes: { "./Cart": "./src/cart.js" } };',
  'src/cart.js': 'export function mount(target) { target.textContent = "cart"; }',
};

describe('the command line', () => {
  it('shows its help, its commands and its exit codes', async () => {
    const { code, output } = await federation(['--help']);
    assert.equal(code, 0);
    for (const word of ['build', '--version', 'Exit codes']) assert.ok(output.includes(word), word);
  });

  it('shows the version of the package', async () => {
    const { version } = JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8'));
    assert.deepEqual(await federation(['--version']), { code: 0, output: `${version}\n`, complaint: '' });
  });

  for (const parameters of [[], ['bild'], ['build', '--fast'], ['build', 'one', 'two']]) {
    it(`ends with 2 and says what there is, when called as "federation ${parameters.join(' ')}"`, async () => {
      const { code, output, complaint } = await federation(parameters);
      assert.deepEqual([code, output], [2, '']);
      assert.match(complaint, /federation/);
    });
  }
});

describe('federation build', () => {
  it('builds a project, says what it wrote, and ends with 0', async () => {
    const { root } = await createProject({ files });
    const { code, output } = await federation(['build', root]);
    assert.equal(code, 0);
    assert.match(output, /\.\/Cart/);
    const entry = JSON.parse(await readFile(join(root, 'dist/remoteEntry.json'), 'utf8'));
    assert.equal(entry.name, 'cart');
  });

  it('prints no colours into a pipe', async () => {
    const { root } = await createProject({ files });
    const { output } = await federation(['build', root]);
    assert.equal(output.includes('\u001b'), false);
  });

  it('prints JSON that a program can read', async () => {
    const { root } = await createProject({ files });
    const { output } = await federation(['build', root, '--json']);
    const { files: written } = JSON.parse(output);
    assert.ok(written.some(({ path }: { path: string }) => path === 'remoteEntry.json'));
  });

  it('ends with 1, names the code, and leaves what was built before, when the project is broken', async () => {
    const { root, write } = await createProject({ files });
    await federation(['build', root]);
    const before = await readFile(join(root, 'dist/remoteEntry.json'), 'utf8');
    await write({ 'src/cart.js': 'export function mount( {' });
    const { code, complaint } = await federation(['build', root]);
    assert.equal(code, 1);
    assert.match(complaint, /^source-invalid: src\/cart\.js:1:/);
    assert.equal(await readFile(join(root, 'dist/remoteEntry.json'), 'utf8'), before);
  });

  it('says how to begin where there is no config', async () => {
    const { root } = await createProject({ files: { 'src/cart.js': '' } });
    const { code, complaint } = await federation(['build', root]);
    assert.equal(code, 1);
    assert.match(complaint, /config-missing/);
  });
});
