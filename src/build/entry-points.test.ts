import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createProject } from '../../test/node/support/create-project.js';
import { pack } from '../../test/node/support/pack.js';
import { findSpecifier, isCode, listEntryPoints, type ResolveSpecifier } from './entry-points.js';
import { type InstalledPackage, InstalledPackages } from './installed-packages.js';

const files = {
  'index.js': '',
  'lib/one.js': '',
  'lib/deep/two.js': '',
  'lib/one.d.ts': '',
  'theme.css': '',
  'sub/package.json': '{ "main": "./main.js" }',
  'sub/main.js': '',
};

interface Installed {
  readonly one: InstalledPackage;
  readonly resolve: ResolveSpecifier;
}

/** The package, and a resolver that knows these subpaths of it. */
async function install(exports: unknown, targets: Readonly<Record<string, string>>): Promise<Installed> {
  const { root } = await createProject({ files: pack('a', files, exports === undefined ? {} : { exports }) });
  const one = new InstalledPackages().find('a', root) as InstalledPackage;
  const resolve: ResolveSpecifier = async (specifier) => {
    const target = targets[specifier];
    const file = `${one.root}/${target}`;
    return target !== undefined && existsSync(file) ? file : undefined;
  };
  return { one, resolve };
}

const patterns = {
  '.': './index.js',
  './*': { types: './lib/*.d.ts', default: './lib/*.js' },
  './theme.css': './theme.css',
  './none': null,
};
const byPattern = { a: 'index.js', 'a/one': 'lib/one.js', 'a/deep/two': 'lib/deep/two.js', 'a/theme.css': 'theme.css' };
const plain = { a: 'index.js', 'a/lib/one': 'lib/one.js', 'a/lib/one.js': 'lib/one.js', 'a/sub': 'sub/main.js' };

describe('the entry points of a package', () => {
  const cases: readonly [
    title: string,
    exports: unknown,
    targets: Readonly<Record<string, string>>,
    expected: string[],
  ][] = [
    [
      'are what its exports name, with the files that patterns stand for',
      patterns,
      byPattern,
      ['a', 'a/deep/two', 'a/one'],
    ],
    ['are one, if its exports are one', './index.js', { a: 'index.js' }, ['a']],
    ['are one, if its exports are conditions', { import: './index.js' }, { a: 'index.js' }, ['a']],
    ['are the main one and the folders with a package.json, without exports', undefined, plain, ['a', 'a/sub']],
  ];
  for (const [title, exports, targets, expected] of cases) {
    it(title, async () => {
      const { one, resolve } = await install(exports, targets);
      const all = async (specifiers: readonly string[]): Promise<Map<string, string>> =>
        new Map(
          (await Promise.all(specifiers.map(async (name) => [name, await resolve(name)] as const))).filter(
            (pair): pair is [string, string] => pair[1] !== undefined,
          ),
        );
      const found = await listEntryPoints(one, all);
      assert.deepEqual([...found.keys()], expected);
      for (const [specifier, file] of found) assert.equal(file, `${one.root}/${targets[specifier]}`);
    });
  }
});

describe('the specifier of a file', () => {
  const cases: readonly [
    file: string,
    exports: unknown,
    targets: Readonly<Record<string, string>>,
    expected: string | undefined,
  ][] = [
    ['index.js', patterns, byPattern, 'a'],
    ['lib/one.js', patterns, byPattern, 'a/one'],
    ['lib/deep/two.js', patterns, byPattern, 'a/deep/two'],
    ['sub/main.js', patterns, byPattern, undefined],
    ['index.js', undefined, plain, 'a'],
    ['lib/one.js', undefined, plain, 'a/lib/one.js'],
  ];
  for (const [file, exports, targets, expected] of cases) {
    it(`is ${expected ?? 'none'} for ${file} with${exports ? '' : 'out'} exports`, async () => {
      const { one, resolve } = await install(exports, targets);
      assert.equal(await findSpecifier(one, `${one.root}/${file}`, resolve), expected);
    });
  }
});

describe('a file', () => {
  for (const [file, expected] of [
    ['a.js', true],
    ['a.mts', true],
    ['a.vue', true],
    ['a.d.ts', false],
    ['a.css', false],
    ['a.json', false],
  ] as const) {
    it(`${expected ? 'is' : 'is no'} code: ${file}`, () => assert.equal(isCode(file), expected));
  }
});
