import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Mismatch } from './json-shape.js';
import { readShared } from './read-shared.js';

const base = 'https://cart.example/a/';
const usual = {
  packageName: 'lit/html.js',
  outFileName: 'lit.js',
  version: '3.3.3',
  requiredVersion: '^3.0.0',
  singleton: true,
  strictVersion: false,
};
const read = {
  specifier: 'lit/html.js',
  packageName: 'lit',
  file: 'lit.js',
  version: '3.3.3',
  requiredVersion: '^3.0.0',
  singleton: true,
  strictVersion: false,
  shareScope: undefined,
  pool: undefined,
};

describe('readShared', () => {
  it('reads what most builds write', () => assert.deepEqual(readShared(usual, base), read));

  const unusual: readonly [about: string, written: object, expected: object][] = [
    ['a share scope', { shareScope: 'team' }, { shareScope: 'team' }],
    ['a pool', { pool: 'all' }, { pool: 'all' }],
    ['nothing but empty texts', { shareScope: '', pool: null }, {}],
    ['no version', { version: '' }, { version: undefined }],
    ['no range', { requiredVersion: null }, { requiredVersion: undefined }],
    ['no flags', { singleton: undefined, strictVersion: null }, { singleton: false }],
    ['a file below another folder', { outFileName: './a/../lit.js' }, {}],
  ];
  for (const [about, written, expected] of unusual) {
    it(`reads ${about} with the same fields in the same order`, () => {
      const point = readShared({ ...usual, ...written }, base);
      assert.deepEqual(point, { ...read, ...expected });
      assert.deepEqual(Object.keys(point), Object.keys(read));
    });
  }

  it('spreads out a dense group', () => {
    const { outFileName, ...dense } = usual;
    const entries = { lit: 'index.js', 'lit/html.js': outFileName };
    assert.deepEqual(readShared({ ...dense, packageName: 'lit', entries }, base), [
      { ...read, specifier: 'lit', file: 'index.js' },
      read,
    ]);
  });

  const wrong: readonly [field: string, value: unknown][] = [
    ['packageName', 'https://evil.example/a.js'],
    ['packageName', undefined],
    ['outFileName', '../lit.js'],
    ['outFileName', undefined],
    ['version', 3],
    ['requiredVersion', {}],
    ['singleton', 'yes'],
    ['strictVersion', 1],
    ['shareScope', []],
    ['pool', true],
    ['entries', 'lit.js'],
  ];
  for (const [field, value] of wrong) {
    it(`refuses ${JSON.stringify(value)} as ${field}`, () => {
      const isOfField = (error: unknown): boolean => error instanceof Mismatch && error.field === `.${field}`;
      assert.throws(() => readShared({ ...usual, [field]: value }, base), isOfField);
    });
  }
});
