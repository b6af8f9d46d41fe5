import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { entriesOf, fieldsOf, flag, list, optional, text } from './plain-json.js';

const cases: readonly [read: (value: unknown) => unknown, value: unknown, expected: unknown][] = [
  [text, 'a', 'a'],
  [optional, 'a', 'a'],
  [optional, undefined, undefined],
  [flag, true, true],
  [flag, undefined, false],
  [list, [1], [1]],
  [list, undefined, []],
  [fieldsOf, { a: 1 }, { a: 1 }],
  [entriesOf, { a: 1 }, [['a', 1]]],
  [entriesOf, undefined, []],
];

const refused: readonly [read: (value: unknown) => unknown, values: readonly unknown[]][] = [
  [text, ['', 1, null, undefined]],
  [optional, ['', 1, null]],
  [flag, [1, 'true', null]],
  [list, [{}, 'a', null, { length: 1 }, Array(10_001)]],
  [fieldsOf, [[], 'a', null, undefined]],
  [entriesOf, [[], 'a', null]],
];

describe('the plain readers', () => {
  for (const [read, value, expected] of cases) {
    it(`read ${JSON.stringify(value)} as ${read.name}`, () => assert.deepEqual(read(value), expected));
  }

  for (const [read, values] of refused) {
    for (const value of values) {
      it(`leave ${JSON.stringify(value)?.slice(0, 20)} as ${read.name}`, () => assert.throws(() => read(value)));
    }
  }
});
