import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readPackageScript } from './package-scripts.js';

describe('the scripts of this package', () => {
  // They are there once the package is built, as it is before all tests run.
  const isBuilt = existsSync(new URL('../../dist/federation.js', import.meta.url));

  for (const name of [
    'federation.js',
    'federation.mjs',
    'federation-thorough.js',
    'federation.js.map',
    'es-module-shims.js',
  ]) {
    it(`are found by name: ${name}`, { skip: !isBuilt }, async () => {
      assert.ok(((await readPackageScript(name))?.byteLength ?? 0) > 0);
    });
  }

  for (const name of ['federation.css', '../package.json', 'src/index.js', 'federation-no-such-part.js', '']) {
    it(`are none by another name: ${name}`, async () => assert.equal(await readPackageScript(name), undefined));
  }
});
