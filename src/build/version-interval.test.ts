import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VersionInterval } from './version-interval.js';

const read = (range: string): VersionInterval => VersionInterval.readAll(range)[0] as VersionInterval;

describe('an interval of versions', () => {
  const written: readonly [range: string, expected: string][] = [
    ['^18.0.0', '^18'],
    ['>=1.2.0 <1.3.0', '~1.2'],
    ['>=0.3.0 <0.4.0', '^0.3'],
    ['=1.2.0', '1.2.0'],
    ['>=2.0.0', '>=2'],
    ['>1.0.0', '>1.0.0'],
    ['>=1.0.0-rc.0', '>=1.0.0-rc.0'],
    ['>=2.0.0-alpha <2.0.0', '>=2.0.0-alpha <2.0.0'],
    ['1 - 3', '>=1.0.0 <4.0.0'],
    ['>=0.0.0', '*'],
  ];
  for (const [range, expected] of written) {
    it(`is written ${expected} for ${range}`, () => assert.equal(String(read(range)), expected));
  }

  const both: readonly [one: string, other: string, expected: string, isEmpty: boolean][] = [
    ['^1.2.0', '<1.5.0', '>=1.2.0 <1.5.0', false],
    ['>1.0.0', '>=1.0.0', '>1.0.0', false],
    ['>=1.0.0-rc.1', '>=1.0.0-beta', '>=1.0.0-rc.1', false],
    ['>=1.0.0-rc.1', '>=0.9.0', '>=1', false],
    ['<=2.0.0-rc.1', '*', '<2.0.0', false],
    ['1.0.0-rc.1', '*', '>=1.0.0 <1.0.0', true],
    ['<1.0.0', '>=1.0.0', '>=1.0.0 <1.0.0', true],
  ];
  for (const [one, other, expected, isEmpty] of both) {
    it(`is ${isEmpty ? 'empty' : expected} where it is ${one} and ${other}`, () => {
      const together = read(one).and(read(other));
      assert.deepEqual([String(together), together.isEmpty], [expected, isEmpty]);
    });
  }

  it('is within another one that has all that it has', () => {
    assert.deepEqual(
      ['>=1.0.0', '^1.2.0', '*', '>=1.2.1'].map((other) => read('^1.2.0').isWithin(read(other))),
      [true, true, true, false],
    );
  });
});
