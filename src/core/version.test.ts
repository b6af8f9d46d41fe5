import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareVersions, isRange, isVersion, satisfies } from './version.js';

describe('isVersion', () => {
  const cases: readonly [text: string, expected: boolean][] = [
    ['18.2.0', true],
    ['18.2.0-rc.1', true],
    ['18.2.0+build', true],
    ['18.2', false],
    ['018.2.0', false],
    ['v18.2.0', false],
    ['=18.2.0', false],
    [' 18.2.0', false],
    ['18.2.0 ', false],
    ['', false],
    ['latest', false],
    [`18.2.0-${'a'.repeat(1_000_000)}`, false],
  ];
  for (const [text, expected] of cases) {
    it(`says ${expected} of "${text.slice(0, 20)}"`, () => assert.equal(isVersion(text), expected));
  }
});

describe('isRange', () => {
  const cases: readonly [text: string, expected: boolean][] = [
    ['^18.0.0 || 19.x', true],
    ['*', true],
    ['latest', false],
    ['workspace:^', false],
    [Array.from({ length: 100_000 }, (_, index) => `>=${index}.0.0`).join(' '), false],
    [Array.from({ length: 100_000 }, (_, index) => `${index}.0.0`).join(' || '), false],
  ];
  for (const [text, expected] of cases) {
    it(`says ${expected} of "${text.slice(0, 20)}" (${text.length} characters)`, () =>
      assert.equal(isRange(text), expected));
  }
});

describe('satisfies', () => {
  const cases: readonly [version: string, range: string, expected: boolean][] = [
    ['18.2.0', '^18.0.0', true],
    ['19.0.0', '^18.0.0', false],
    ['18.4.0-canary.1', '^18.2.0', false],
    ['18.4.0-canary.1', '^18.4.0-canary.0', true],
    ['18.4.0-canary.1', '*', false],
    ['18.2.0+build', '18.2.0', true],
    ['latest', '*', false],
    ['18.2.0', 'latest', false],
  ];
  for (const [version, range, expected] of cases) {
    it(`says ${expected} of ${version} in ${range}`, () => assert.equal(satisfies(version, range), expected));
  }
});

describe('compareVersions', () => {
  const ascending = [undefined, '1.0.0-rc.1', '1.0.0', '1.2.0', '1.10.0', '2.0.0'];
  it('orders versions from the oldest to the newest, what is none first', () => {
    assert.deepEqual([...ascending].reverse().sort(compareVersions).filter(Boolean), ascending.slice(1));
    assert.ok(compareVersions(undefined, '0.0.0') < 0);
    assert.ok(compareVersions('0.0.0', 'latest') > 0);
  });
});
