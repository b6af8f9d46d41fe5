import assert from 'node:assert/strict';
import { dirname, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { transform } from 'esbuild';
import { createProject } from '../../test/node/support/create-project.js';
import { deadBranchOptions, readCommonJs } from './read-common-js.js';

const reader = {
  resolve: async (specifier: string, importer: string) =>
    specifier.startsWith('.') ? resolve(dirname(importer), specifier) : undefined,
  dropDeadBranches: async (source: string) => (await transform(source, deadBranchOptions('production'))).code,
};

async function namesOf(files: Record<string, string>, file = 'index.js'): Promise<string[] | undefined> {
  const { root } = await createProject({ files });
  const found = await readCommonJs(resolve(root, file), reader);
  return found && [...found.names].sort();
}

const values: readonly (readonly [title: string, source: string, isValue: boolean])[] = [
  ['names, one by one', 'exports.__esModule = true; exports.a = 1; module.exports.b = 2;', false],
  ['what esbuild makes of an ES module', 'var e = {}; module.exports = __toCommonJS(e); "__esModule";', false],
  ['what swc tells of names', '"__esModule"; exports.a = 1; 0 && (module.exports = { a: null });', false],
  ['what another module exports', '"__esModule"; module.exports = require(\'./a.js\');', false],
  ['a part of another module', '"__esModule"; module.exports = require(\'./a.js\').a;', true],
  ['a function that has names as well', 'exports.__esModule = true; module.exports = f; exports.a = 1;', true],
  ['an object', 'module.exports = { a: 1 };', true],
  ['names, if it never was an ES module', 'exports.a = 1;', true],
];

describe('what is exported by a CommonJS module is', () => {
  for (const [title, source, isValue] of values) {
    it(`${isValue ? 'a value' : 'names'}: ${title}`, async () => {
      const { root } = await createProject({ files: { 'index.js': source, 'a.js': 'exports.a = 1;' } });
      assert.equal((await readCommonJs(resolve(root, 'index.js'), reader))?.isValue, isValue);
    });
  }
});

const cases: readonly [title: string, files: Record<string, string>, expected: string[] | undefined][] = [
  ['assignments', { 'index.js': 'exports.a = 1; module.exports.b = 2;' }, ['a', 'b']],
  ['an object', { 'index.js': "module.exports = { a, b: x, 'c': y };" }, ['a', 'b', 'c']],
  ['properties that are defined', { 'index.js': "Object.defineProperty(exports, 'a', { value: 1 });" }, ['a']],
  ['no name for a function', { 'index.js': 'module.exports = function () {};' }, []],
  ['what is handed on', { 'index.js': "module.exports = require('./a.js');", 'a.js': 'exports.a = 1;' }, ['a']],
  [
    'what is handed on in a circle',
    {
      'index.js': "exports.b = 1; __exportStar(require('./a.js'), exports);",
      'a.js': "exports.a = 1; __exportStar(require('./index.js'), exports);",
    },
    ['a', 'b'],
  ],
  [
    'the branch that lives',
    {
      'index.js':
        "if (process.env.NODE_ENV === 'production') { module.exports = require('./a.js'); } else { module.exports = require('./b.js'); }",
      'a.js': 'exports.a = 1;',
      'b.js': 'exports.b = 1;',
    },
    ['a'],
  ],
  [
    'what a bundler noted',
    { 'index.js': 'process.env.NODE_ENV; module.exports = x; 0 && (module.exports = { a, b });' },
    ['a', 'b'],
  ],
  ['a default export under no name', { 'index.js': 'exports.__esModule = true; exports.default = 1;' }, ['__esModule']],
  ['nothing at all in an ES module', { 'index.js': 'export const exports = 1;' }, undefined],
  ['nothing at all in a script', { 'index.js': 'globalThis.a = 1;' }, undefined],
];

describe('the names of a CommonJS module', () => {
  for (const [title, files, expected] of cases) {
    it(`are ${title}`, async () => assert.deepEqual(await namesOf(files), expected));
  }
  it('are none for TypeScript and other sources', async () => {
    assert.equal(await namesOf({ 'index.ts': 'exports.a = 1;' }, 'index.ts'), undefined);
  });
});
