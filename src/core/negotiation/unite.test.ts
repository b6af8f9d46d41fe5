import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unite } from './unite.js';

describe('unite', () => {
  it('makes one group of those of both, whoever was with them before', () => {
    const groups = new Map([...'abcde'].map((name) => [name, new Set([name])]));
    for (const [one, other] of ['ab', 'cd', 'bc', 'ad']) unite(groups, one as string, other as string);
    assert.deepEqual([...(groups.get('d') ?? [])].sort(), ['a', 'b', 'c', 'd']);
    assert.equal(new Set(groups.values()).size, 2);
  });
});
