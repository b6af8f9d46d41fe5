import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fields } from './plain-json.js';
import { readPoint } from './read-point.js';

const read = (item: Fields): ReturnType<typeof readPoint> => readPoint(item, 'https://cart.example/app/');

const lit = {
  packageName: 'lit/a.js',
  outFileName: 'a.js',
  version: '3.3.3',
  requiredVersion: '^3.0.0',
  singleton: true,
  strictVersion: true,
};

describe('readPoint', () => {
  it('reads what is said of an entry point', () => {
    const { packageName, outFileName, ...said } = lit;
    const expected = { specifier: packageName, packageName: 'lit', file: outFileName, shareScope: undefined };
    assert.deepEqual(read(lit), { ...said, ...expected, pool: undefined });
  });

  it('gives the same object for what was said before', () => {
    assert.equal(read(lit), read({ ...lit }));
    for (const other of [{ outFileName: 'b.js' }, { version: '3.3.4' }, { singleton: false }, { packageName: 'lit' }]) {
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
