import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { isInstalled } from './is-installed.js';

describe('what is installed', () => {
  for (const [path, expected] of [
    [join('/shop', 'node_modules', 'lit', 'index.js'), true],
    [join('..', 'node_modules'), true],
    [join('/shop', 'src', 'node_modules.js'), false],
    [join('/shop', 'my_node_modules', 'a.js'), false],
  ] as const) {
    it(`is ${expected ? '' : 'not '}${path}`, () => assert.equal(isInstalled(path), expected));
  }
});
