import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { untilStopped } from './until-stopped.js';

describe('the signal of a command', () => {
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    it(`is aborted by ${name}, and the process goes on`, async () => {
      const stopped = untilStopped();
      assert.equal(stopped.aborted, false);
      const aborted = once(stopped, 'abort');
      process.emit(name);
      await aborted;
      assert.equal(stopped.aborted, true);
    });
});
