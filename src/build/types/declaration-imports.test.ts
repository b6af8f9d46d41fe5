import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDeclarationImports, renameDeclarationImports } from './declaration-imports.js';

const named = (text: string): string[] => readDeclarationImports(text).map(({ specifier }) => specifier);

// What is like a template here is the text of one.
const hole = '${';

describe('the modules that a declaration file names', () => {
  for (const [text, expected] of [
    ["import { A } from './a.js';", ['./a.js']],
    ['import type A from "./a.js";', ['./a.js']],
    ["import * as a from './a.js'; export * from './b.js';", ['./a.js', './b.js']],
    ["import './a.css';", ['./a.css']],
    ["export declare const a: typeof import('./a.js') | import(\n'./b.js').B;", ['./a.js', './b.js']],
    ["import a = require('a');", ['a']],
    ["declare module './a.js' { interface A { b: import('b').B } }", ['./a.js', 'b']],
    ["import a from './a.json' with { type: 'json' };", ['./a.json']],
    ["// import './a.js'\n/* from './b.js' */\n/** @example import x from './c.js' */", []],
    ["export type A = \"from './a.js'\" | 'import' | './b.js';", []],
    [
      `export type A = \`from './a.js' ${hole}import('./b.js').B} import('./c.js')\`; export * from './d.js';`,
      ['./b.js', './d.js'],
    ],
    [`export type A = \`${hole}{ a: \`${hole}string}\`; b: './x' }['a']}\`; export * from './d.js';`, ['./d.js']],
    ["export interface A { from: './a.js'; import('./b.js'): void }", ['./b.js']],
    ['', []],
  ] as const) {
    it(`are ${expected.join(' and ') || 'none'} in ${text || 'an empty one'}`, () =>
      assert.deepEqual(named(text), expected));
  }

  it('stand where the text says', () => {
    const text = "export * from './a.js';";
    const [{ start, end } = { start: 0, end: 0 }] = readDeclarationImports(text);
    assert.equal(text.slice(start, end), './a.js');
  });
});

describe('renamed modules of a declaration file', () => {
  it('leave the rest as it is', () => {
    const text = "/** './a.js' */\nimport './style.css';\nexport * from \"./a.js\";\nexport * from './b.js';\n";
    const names: Record<string, string | null> = { './style.css': null, './a.js': './x/a.js' };
    assert.equal(
      renameDeclarationImports(text, (specifier) => names[specifier]),
      "/** './a.js' */\nexport * from \"./x/a.js\";\nexport * from './b.js';\n",
    );
  });

  it('stay if something of them is imported by name', () => {
    const text = "import a from './a.vue';";
    assert.equal(
      renameDeclarationImports(text, () => null),
      text,
    );
  });
});
