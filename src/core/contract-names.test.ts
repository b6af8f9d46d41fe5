import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { contractNames } from './contract-names.js';

describe('the names of contracts', () => {
  it('are those that the documentation explains', () => {
    const text = readFileSync(new URL('../../docs/runtime.md', import.meta.url), 'utf8');
    const [, table = ''] = /^\| contract .*\n((?:\|.*\n)+)/m.exec(text) ?? [];
    const explained = [...table.matchAll(/^\| (.*?) +\|/gm)].flatMap(
      ([, cell = '']) => cell.match(/[\w-]+(?=`)/g) ?? [],
    );
    assert.deepEqual([...new Set(explained)].sort(), [...contractNames].sort());
  });
});
