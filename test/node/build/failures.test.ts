import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, watch } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { build } from '../../../src/build/build.js';
import { buildCommand } from '../../../src/cli/build-command.js';
import { createTerminal } from '../../../src/cli/terminal.js';
import { createProject, type Files, type Project } from '../support/create-project.js';
import { depending, pack } from '../support/pack.js';
import { cliWords, runCli } from '../support/run-cli.js';

const configure = (fields: string): string => `export default { name: 'cart', ${fields} };`;
const exposing = "exposes: { './Cart': './src/cart.js' }";
const files: Files = {
  ...depending('a'),
  ...pack('a', { 'index.js': 'export const a = {};' }),
  'federation.config.js': configure(exposing),
  'src/cart.js': "import { a } from 'a'; export const v = a; export const load = () => import('./lazy.js');",
  'src/lazy.js': 'export const lazy = {};',
};

/** All files of a folder with their bytes, by path. */
function contentsOf(folder: string): Map<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = found.map(({ parentPath, path, name }) => `${parentPath ?? path}/${name}`.slice(folder.length + 1));
  return new Map(paths.sort().map((path) => [path, readFileSync(`${folder}/${path}`, 'latin1')]));
}

async function createBuilt(more: Files = {}): Promise<Project> {
  const project = await createProject({ files: { ...files, ...more } });
  await build({ root: project.root });
  return project;
}

interface Failure {
  readonly title: string;
  readonly code: string;
  /** What is changed after a build that succeeded. */
  readonly change: Files;
  /** A part of the error's details. */
  readonly details?: object;
}

const failures: readonly Failure[] = [
  {
    title: 'an exposed file that is missing',
    code: 'exposed-file-missing',
    change: { 'federation.config.js': configure("exposes: { './Cart': './src/gone.js' }") },
    details: { key: './Cart', file: './src/gone.js' },
  },
  {
    title: 'a file that a source imports and that is missing',
    code: 'import-unresolved',
    change: { 'src/cart.js': "\nimport './gone.js';" },
    details: { imports: [{ specifier: './gone.js', importer: 'src/cart.js', line: 2, builtin: false }] },
  },
  {
    title: 'a package that is missing',
    code: 'import-unresolved',
    change: { 'src/cart.js': "import 'ghost';" },
    details: { imports: [{ specifier: 'ghost', importer: 'src/cart.js', line: 1, builtin: false }] },
  },
  {
    title: 'a package that a dependency imports and that is missing',
    code: 'import-unresolved',
    change: { 'node_modules/a/index.js': "export * from 'ghost';" },
    details: { imports: [{ specifier: 'ghost', importer: 'node_modules/a/index.js', line: 1, builtin: false }] },
  },
  {
    title: 'a shared package that is not installed',
    code: 'shared-not-installed',
    change: { 'federation.config.js': configure(`${exposing}, shared: { ghost: {} }`) },
  },
  {
    title: 'two keys that are the same module',
    code: 'exposed-duplicate',
    change: { 'federation.config.js': configure("exposes: { './Cart': './src/cart.js', Cart: './src/lazy.js' }") },
    details: { key: './Cart', keys: ['./Cart', 'Cart'] },
  },
  {
    title: 'a name that a shared package does not export',
    code: 'export-missing',
    change: { 'src/cart.js': "export { nothing } from 'a';" },
    details: { specifier: 'a', name: 'nothing', importer: 'src/cart.js' },
  },
  {
    title: 'a config with a syntax error',
    code: 'config-syntax',
    change: {
      'federation.config.js': "export default {\n  name: 'cart',\n  exposes: { './Cart' './src/cart.js' },\n};",
    },
    details: { line: 3, column: 23 },
  },
  {
    title: 'a config that throws',
    code: 'config-failed',
    change: { 'federation.config.js': "throw new Error('no');" },
    details: { reason: 'no' },
  },
  {
    title: 'a field of the config that does not exist',
    code: 'config-invalid',
    change: { 'federation.config.js': configure(`${exposing}, expose: {}`) },
  },
  { title: 'a config without a name', code: 'name-missing', change: { 'federation.config.js': 'export default {};' } },
  {
    title: 'a package.json that is none',
    code: 'package-json-invalid',
    change: { 'node_modules/a/package.json': '{' },
  },
  {
    title: 'a source with a syntax error',
    code: 'source-invalid',
    change: { 'src/lazy.js': 'export const = 1;' },
    details: { problems: [{ text: 'Expected identifier but found "="', file: 'src/lazy.js', line: 1, column: 14 }] },
  },
];

describe('a build that fails', () => {
  for (const { title, code, change, details = {} } of failures) {
    it(`says ${code} for ${title}, ends with 1, and leaves the output as it was`, async () => {
      const { root, write } = await createBuilt();
      const before = contentsOf(`${root}/dist`);
      await write(change);
      let printed = '';
      const terminal = { ...createTerminal(process), print: (text: string) => (printed = text) };
      const exitCode = await buildCommand([root, '--json'], terminal);
      const { error } = JSON.parse(printed);
      assert.deepEqual([exitCode, error.code], [1, code]);
      for (const [name, value] of Object.entries(details)) assert.deepEqual(error.details[name], value);
      // What happened, then what to do.
      assert.ok(error.message.split(/[.:] /).length >= 2, error.message);
      assert.deepEqual(contentsOf(`${root}/dist`), before);
    });
  }

  it('says config-failed for a config that cannot be read', async () => {
    const { root } = await createProject({ files: { 'federation.config.js/inside.txt': '' } });
    const { code, stdout } = await runCli(['build', '--json'], root);
    assert.deepEqual([code, JSON.parse(stdout).error.code], [1, 'config-failed']);
  });

  it('says output-unwritable where the output is a file', async () => {
    const { root } = await createProject({ files: { ...files, dist: 'mine' } });
    const { code, stdout } = await runCli(['build', '--json'], root);
    const { error } = JSON.parse(stdout);
    assert.deepEqual([code, error.code, error.details.reason], [1, 'output-unwritable', 'ENOTDIR']);
    assert.equal(readFileSync(`${root}/dist`, 'utf8'), 'mine');
  });

  const mountable = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt']).status === 0;
  it('says output-unwritable for a disk that is full', { skip: !mountable && 'no disk can be made here' }, async () => {
    const { root, write } = await createProject({ files });
    await mkdir(`${root}/dist`);
    await write({ 'src/large.js': `export const large = '${'x'.repeat(200_000)}';` });
    // The disk is there only for this shell: both builds and the look at what is left happen in it.
    const words = (config: string): string =>
      cliWords(['build', '--json', '--config', config])
        .map((word) => `'${word}'`)
        .join(' ');
    await write({ 'large.config.js': configure("exposes: { './Cart': './src/large.js' }") });
    const script = `mount -t tmpfs -o size=128k tmpfs dist
      ${words('federation.config.js')} > first.json; (cd dist; find . -type f | sort | xargs cat | cksum) > before
      ${words('large.config.js')} > second.json; echo $?; (cd dist; find . -type f | sort | xargs cat | cksum) > after
      cmp before after && find dist -name '.federation*'`;
    const { stdout } = spawnSync('unshare', ['-rm', 'sh', '-c', script], { cwd: root, encoding: 'utf8' });
    assert.equal(JSON.parse(readFileSync(`${root}/first.json`, 'utf8')).name, 'cart');
    const { error } = JSON.parse(readFileSync(`${root}/second.json`, 'utf8'));
    assert.deepEqual([error.code, error.details.reason, stdout], ['output-unwritable', 'ENOSPC', '1\n']);
  });
});

describe('a build that is interrupted', () => {
  /** Ends a build as soon as a file of this kind appears in its output. */
  async function interrupt(root: string, signal: NodeJS.Signals, appears: RegExp): Promise<void> {
    const [command = '', ...words] = cliWords(['build', '--no-cache']);
    const child = spawn(command, words, { cwd: root, stdio: 'ignore' });
    const watcher = watch(`${root}/dist`, (_, name) => appears.test(name ?? '') && child.kill(signal));
    await new Promise((resolve) => child.once('close', resolve));
    watcher.close();
  }

  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    for (const [moment, appears] of [
      ['it begins to write', /^\.federation-stage/],
      ['it moves its first file', /^Cart-/],
    ] as const) {
      it(`by ${signal} when ${moment} leaves an output that is whole, and nothing that the next one does not remove`, async () => {
        const { root, write } = await createBuilt();
        const first = contentsOf(`${root}/dist`);
        await write({
          'src/cart.js': `export const v = '${'x'.repeat(1000)}'; export const load = () => import('./lazy.js');`,
        });
        await interrupt(root, signal, appears);
        const left = contentsOf(`${root}/dist`);
        const { integrity } = JSON.parse(left.get('remoteEntry.json') ?? '{}');
        for (const [path, hash] of Object.entries(integrity)) {
          const bytes = Buffer.from(left.get(path) ?? '', 'latin1');
          assert.equal(`sha384-${createHash('sha384').update(bytes).digest('base64')}`, hash, path);
        }
        await write({ 'src/cart.js': files['src/cart.js'] });
        await build({ root });
        assert.deepEqual(contentsOf(`${root}/dist`), first);
      });
    }
  }
});
