import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createProject } from '../../test/node/support/create-project.js';
import { depending, pack } from '../../test/node/support/pack.js';
import { runCli } from '../../test/node/support/run-cli.js';

const run = (...parameters: string[]): ReturnType<typeof runCli> => runCli(parameters, tmpdir());
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

describe('federation', () => {
  it('lists its commands', async () => {
    const { code, stdout } = await run('--help');
    assert.equal(code, 0);
    assert.match(stdout, /\n {2}build /);
  });
  it('knows its version', async () => {
    const { code, stdout } = await run('--version');
    assert.deepEqual([code, stdout], [0, `${version}\n`]);
  });
  it('asks for a command if there is none', async () => {
    const { code, stderr } = await run();
    assert.deepEqual([code, stderr.startsWith('Which command?')], [2, true]);
  });
  it('names a command that it does not have', async () => {
    for (const name of ['bild', 'toString']) {
      const { code, stderr } = await run(name);
      assert.deepEqual([code, stderr.startsWith(`There is no command "${name}".`)], [2, true]);
    }
  });
  it('guesses which command was meant, and explains one by its name', async () => {
    const { code, stderr } = await run('biuld');
    assert.deepEqual([code, stderr.split('\n')[0]], [2, 'There is no command "biuld". Did you mean "build"?']);
    const help = await run('help', 'build');
    assert.deepEqual([help.code, help.stdout.startsWith('Usage: federation build')], [0, true]);
  });
  it('ends quietly if nobody reads on', async () => {
    const program = fileURLToPath(new URL('federation.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), program, '--help']);
    child.stdout.destroy();
    const words: Buffer[] = [];
    child.stderr.on('data', (part) => words.push(part));
    const [code] = await once(child, 'close');
    assert.deepEqual([code, Buffer.concat(words).toString()], [0, '']);
  });
  it('names what nobody expected, and ends with exit code 1', async () => {
    const { root } = await createProject({
      files: {
        'federation.config.js':
          "export default { name: 'a', exposes: { './A': 'a.js' }, skip: [() => { throw new Error('odd'); }] };",
        'a.js': "import 'b'; import 'c';",
        ...depending('b', 'c'),
        ...pack('b', { 'index.js': 'export {};' }),
        ...pack('c', { 'index.js': 'export {};' }),
      },
    });
    const { code, stderr } = await runCli(['build'], root);
    assert.deepEqual([code, stderr.includes('odd')], [1, true]);
  });
});
