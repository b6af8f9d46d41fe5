import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UsageError } from './usage-error.js';

describe('a usage error', () => {
  it('has its own name, and keeps its cause', () => {
    const cause = new Error('first');
    const { name, message, cause: kept } = new UsageError('wrong', { cause });
    assert.deepEqual([name, message, kept], ['UsageError', 'wrong', cause]);
  });
});
