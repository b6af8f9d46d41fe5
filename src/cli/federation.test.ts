import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, it } from 'node:test';
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
});
