import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SharedEntryPoint } from '../remote-entry.js';
import type { Fields } from './plain-json.js';
import { readPoints } from './read-points.js';

const base = 'https://cart.example/app/';
const read = (item: Fields): SharedEntryPoint => readPoints([item], base)[0] as SharedEntryPoint;

const lit = {
  packageName: 'lit/a.js',
  outFileName: 'a.js',
  version: '3.3.3',
  requiredVersion: '^3.0.0',
  singleton: true,
  strictVersion: true,
};

describe('readPoints', () => {
  it('reads what is said of an entry point', () => {
    const { packageName, outFileName, ...said } = lit;
    const expected = { specifier: packageName, packageName: 'lit', file: outFileName, shareScope: undefined };
    assert.deepEqual(read(lit), { ...said, ...expected, pool: undefined });
  });

  it('reads all, in their order', () => {
    const other = { ...lit, packageName: 'vue' };
    assert.deepEqual(readPoints([lit, other, lit], base), [read(lit), read(other), read(lit)]);
    assert.deepEqual(readPoints([], base), []);
  });

  it('gives the same object for what was said before', () => {
    assert.equal(read(lit), read({ ...lit }));
    for (const other of [
      { outFileName: 'b.js' },
      { version: '3.3.4' },
      { singleton: false },
      { strictVersion: false },
      { requiredVersion: '^3.1.0' },
      { packageName: 'lit' },
    ]) {
      assert.notEqual(read({ ...lit, ...other }), read(lit));
    }
  });

  it('keeps nothing of the document', () => {
    const item = { ...lit, outFileName: 'c.js' };
    const point = read(item);
    item.version = '9.9.9';
    assert.equal(point.version, '3.3.3');
  });

  it('reads however much is said of one specifier', () => {
    for (let index = 0; index < 120; index++) {
      assert.equal(read({ ...lit, outFileName: `${index}.js` }).file, `${index}.js`);
    }
  });

  for (const wrong of [{ outFileName: '../a.js' }, { version: '' }, { singleton: 1 }, { entries: {} }, { pool: 'x' }]) {
    it(`leaves ${JSON.stringify(wrong)} to the thorough reader`, () => {
      read(lit);
      assert.throws(() => read({ ...lit, ...wrong }), TypeError);
    });
  }
});
