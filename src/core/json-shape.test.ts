import assert from 'node:assert/strict';
import { it, describe as suite } from 'node:test';
import { describe, Mismatch, readList, readObject, readRecord, readString } from './json-shape.js';

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

suite('the path of a mismatch', () => {
  const readItem = (item: unknown): string[] => readList(readObject(item, '').list, 'list', 9, readString);
  for (const [value, field] of [
    [{ items: 1 }, 'items'],
    [{ items: [1] }, 'items[0]'],
    [{ items: [{}, { list: [''] }] }, 'items[1].list[0]'],
  ] as const) {
    it(`is ${field}`, () => {
      assert.throws(
        () => readList(value.items, 'items', 9, readItem),
        (error) => error instanceof Mismatch && error.field === field,
      );
    });
  }

  it('quotes the names of a record', () => {
    assert.throws(
      () => readRecord({ 'a.b': { list: [1] } }, 'record', 9, readItem),
      (error) => error instanceof Mismatch && error.field === 'record["a.b"].list[0]',
    );
  });
});
