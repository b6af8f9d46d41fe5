import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** Source files that have no test beside them. */
function untested(files: readonly string[]): string[] {
  const tests = new Set(files.filter((file) => file.endsWith('.test.ts')));
  return files.filter((file) => !tests.has(file) && !tests.has(file.replace(/\.ts$/, '.test.ts')));
}

/** Codes that only one of the two has: the tables of errors, or the headings of their documentation. */
function undocumented(tables: readonly string[], documentation: string): string[] {
  const codes = new Set(tables.flatMap((table) => matches(table, /^ {2}'([a-z]+(?:-[a-z]+)+)': /gm)));
  const headings = new Set(matches(documentation, /^## `?([a-z]+(?:-[a-z]+)+)`?$/gm));
  return [...codes].filter((code) => !headings.has(code)).concat([...headings].filter((code) => !codes.has(code)));
}

const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name]) => name ?? '');

/** Only types, or only names: there is nothing to test. */
const exempt = /\.d\.ts$|(?:^|\/)(?:index|bundle)\.ts$/;

/** Steps of one thing, which mean nothing alone: the tests of the whole, by folder. */
const testedAsAWhole = {
  'src/core/negotiation': 'test/node/negotiation',
  'src/build': 'test/node/build',
  'src/browser/thorough': 'test/browser/thorough',
};

describe('the shape of the house', () => {
  for (const [folder, tests] of Object.entries(testedAsAWhole)) {
    it(`tests ${folder} as a whole, in ${tests}`, () => {
      const files = readdirSync(new URL(tests, root));
      assert.ok(files.some((file) => file.endsWith('.test.ts')));
    });
  }

  for (const folder of [
    'src/core',
    'src/adapters',
    'src/browser',
    'src/react',
    'src/dev-server',
    'src/cli',
    'components',
  ]) {
    it(`has a test beside each source file of ${folder} that does something`, () => {
      const files = readdirSync(new URL(folder, root), { recursive: true })
        .map((file) => `${folder}/${file}`)
        .filter((file) => file.endsWith('.ts') && !exempt.test(file) && !isPartOfAWhole(file));
      const acting = files.filter((file) => file.endsWith('.test.ts') || doesSomething(read(file)));
      assert.deepEqual(untested(acting), []);
    });
  }

  it('documents each error code, and no other', () => {
    const tables = ['src/core/errors.ts', 'src/build/build-error.ts'].map(read);
    assert.deepEqual(undocumented(tables, read('docs/errors.md')), []);
  });
});

function isPartOfAWhole(file: string): boolean {
  return Object.keys(testedAsAWhole).some((folder) => file.startsWith(`${folder}/`));
}

/** Whether a file holds more than types and names. */
function doesSomething(source: string): boolean {
  return /^(?:export )?(?:async )?(?:function|const|class|abstract class)\b|^export (?:abstract )?class\b/m.test(
    source,
  );
}

describe('its own rules', () => {
  it('notice a file without a test', () => {
    assert.deepEqual(untested(['a.ts', 'b.ts', 'b.test.ts']), ['a.ts']);
  });
  it('notice a code without a heading, and a heading without a code', () => {
    assert.deepEqual(undocumented(["  'a-b': (", "  'c-d': ("], '## a-b\n## `e-f`'), ['c-d', 'e-f']);
  });
  it('tell types from code', () => {
    assert.equal(doesSomething('export interface A {}\nexport type B = A;'), false);
    assert.equal(doesSomething('export function a() {}'), true);
  });
});
