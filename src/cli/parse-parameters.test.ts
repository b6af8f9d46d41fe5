import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseParameters } from './parse-parameters.js';
import { UsageError } from './usage-error.js';

const kinds = { json: 'boolean', manifest: 'string', also: 'list' } as const;

describe('the parameters of a command', () => {
  it('are options and words, in any order', () => {
    const { options, words } = parseParameters(
      ['a', '--json', '--manifest', 'm.json', 'b', '--also=x', '--also', 'y'],
      kinds,
      2,
    );
    assert.deepEqual({ ...options }, { json: true, manifest: 'm.json', also: ['x', 'y'] });
    assert.deepEqual(words, ['a', 'b']);
  });

  it('may be none', () => {
    const { options, words } = parseParameters([], kinds, 0);
    assert.deepEqual([{ ...options }, words], [{}, []]);
  });

  for (const help of ['--help', '-h'])
    it(`ask for help by ${help}`, () => assert.equal(parseParameters([help], kinds, 0).options.help, true));

  for (const [title, parameters, hint] of [
    ['an option that is misspelt', ['--jsno'], '--json'],
    ['an option that is like no other', ['--zzzzzzzz'], '--manifest'],
    ['an option without its value', ['--manifest'], '--manifest'],
    ['an option with a value that it does not take', ['--json=yes'], '--json'],
    ['more words than it takes', ['a', 'b'], '"b"'],
  ] as const) {
    it(`are refused for ${title}`, () => {
      assert.throws(
        () => parseParameters(parameters, kinds, 1),
        (error: Error) => error instanceof UsageError && error.message.includes(hint),
      );
    });
  }
});
