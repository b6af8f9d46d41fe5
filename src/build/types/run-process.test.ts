import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { describe, it } from 'node:test';
import { runProcess } from './run-process.js';

describe('a script in a process of its own', () => {
  for (const [title, script, expected] of [
    ['what it printed', 'console.log("a")', /^a\n$/],
    ['what it printed, also if it fails', 'console.log("a"); process.exitCode = 2', /^a\n$/],
    ['what went wrong', 'throw new Error("odd")', /odd/],
  ] as const) {
    it(`gives ${title}`, async () => assert.match(await runProcess(['--eval', script], tmpdir()), expected));
  }
});
