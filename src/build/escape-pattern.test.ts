import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { escapePattern } from './escape-pattern.js';

describe('the pattern of a text', () => {
  for (const text of ['@org/lit.js', 'C:\\src\\[id].ts', '(a|b)*{1}+?^$']) {
    it(`matches ${text}, and nothing else`, () => {
      const pattern = new RegExp(`^${escapePattern(text)}$`);
      assert.ok(pattern.test(text));
      assert.ok(!pattern.test(text.replace(/\W/, 'x')));
    });
  }
});
