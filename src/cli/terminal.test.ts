import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTerminal, type Terminal } from './terminal.js';

/** A terminal, or something that is none, and what is written to it. */
function create(isTTY: boolean, env: NodeJS.ProcessEnv = {}): { terminal: Terminal; written: string[] } {
  const written: string[] = [];
  const stream = { isTTY, write: (text: string) => written.push(text) > 0 } as unknown as NodeJS.WriteStream & {
    fd: 1 & 2;
  };
  return { terminal: createTerminal({ stdout: stream, stderr: stream, env }), written };
}

describe('the terminal', () => {
  for (const [title, isTTY, env, expected] of [
    ['has colours', true, {}, true],
    ['has none if NO_COLOR is set', true, { NO_COLOR: '1' }, false],
    ['has some if NO_COLOR is empty', true, { NO_COLOR: '' }, true],
    ['has none if it is a dumb one', true, { TERM: 'dumb' }, false],
    ['has none if it is a file', false, {}, false],
  ] as const) {
    it(title, () => assert.equal(create(isTTY, env).terminal.paint('green', 'a') !== 'a', expected));
  }

  it('replaces one line of progress by the next, and by what was asked for', () => {
    const { terminal, written } = create(true);
    terminal.progress('one');
    terminal.progress('two');
    terminal.print('done\n');
    assert.deepEqual(written, ['one', '\r\u001B[2K', 'two', '\r\u001B[2K', 'done\n']);
  });

  it('lets nothing that went wrong move its cursor', () => {
    const { terminal, written } = create(true);
    terminal.report('a\u001B[2Jb\r\u009B1mc\n\td\n');
    assert.deepEqual(written, ['a[2Jb1mc\n\td\n']);
  });

  it('shows no progress to a file', () => {
    const { terminal, written } = create(false);
    terminal.progress('one');
    terminal.report('wrong\n');
    assert.deepEqual(written, ['wrong\n']);
  });
});
