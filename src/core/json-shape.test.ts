import assert from 'node:assert/strict';
import { it, describe as suite } from 'node:test';
import {
  describe,
  listOf,
  Mismatch,
  mapOf,
  objectOf,
  optional,
  type Read,
  readFlag,
  readText,
  textLike,
} from './json-shape.js';

for (const [value, expected] of [
  [undefined, 'nothing'],
  [null, 'null'],
  [[], 'an array'],
  [{}, 'an object'],
  [7, '7'],
  ['<b>', '"<b>"'],
  ['x'.repeat(1_000_000), `"${'x'.repeat(59)}…`],
] as const) {
  it(`calls ${String(value).slice(0, 20)} ${expected.slice(0, 20)}`, () => assert.equal(describe(value), expected));
}

const read = objectOf({
  text: readText,
  note: optional(readText),
  flag: readFlag,
  letters: listOf(textLike('a letter', /^[a-z]$/)),
  inner: mapOf(objectOf({ text: readText, list: listOf(readText) }), (name) => (name === 'dropped' ? undefined : name)),
});

suite('a reader of an object', () => {
  it('reads the fields that it knows', () => {
    const json = {
      text: 'a',
      note: 'b',
      flag: true,
      letters: ['c'],
      inner: { d: { text: 'e' }, dropped: { text: 'f' } },
      more: 1,
    };
    assert.deepEqual(read(json), {
      text: 'a',
      note: 'b',
      flag: true,
      letters: ['c'],
      inner: new Map([['d', { text: 'e', list: [] }]]),
    });
  });

  for (const missing of [undefined, null]) {
    it(`takes ${missing} for what is left out`, () => {
      const json = { text: 'a', note: missing, flag: missing, letters: missing, inner: missing };
      assert.deepEqual(read(json), { text: 'a', note: undefined, flag: false, letters: [], inner: new Map() });
    });
  }
});

suite('the path of a mismatch', () => {
  for (const [json, field] of [
    [null, ''],
    [{}, '.text'],
    [{ text: 'a', note: 1 }, '.note'],
    [{ text: 'a', flag: 'yes' }, '.flag'],
    [{ text: 'a', letters: {} }, '.letters'],
    [{ text: 'a', letters: ['a', 'bc'] }, '.letters[1]'],
    [{ text: 'a', letters: new Array(50_001).fill('a') }, '.letters'],
    [{ text: 'a', inner: [] }, '.inner'],
    [{ text: 'a', inner: { 'b.c': { text: 'd', list: [''] } } }, '.inner["b.c"].list[0]'],
  ] as const) {
    it(`is ${field || 'empty for the value itself'}`, () => assert.equal(fieldOf(read, json), field));
  }
});

function fieldOf(reader: Read<unknown>, json: unknown): string {
  try {
    reader(json);
  } catch (error) {
    assert.ok(error instanceof Mismatch);
    return error.field;
  }
  return assert.fail('it was accepted');
}
