import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type NamedImports, readNamedImports } from './read-named-imports.js';

const found = (names: string[], isStar = false): NamedImports[] => [{ specifier: 'lit', names, isStar }];

const cases: readonly [text: string, expected: NamedImports[]][] = [
  ['import{html as a,css}from"lit";', found(['html', 'css'])],
  ['import { html, css as b } from "lit";', found(['html', 'css'])],
  ['import lit from "lit";', found(['default'])],
  ['import lit,{html}from"lit";', found(['default', 'html'])],
  ['import*as all from"lit";', found([])],
  ['import lit,*as all from"lit";', found(['default'])],
  ['import{"module.exports"as a}from"lit";', found(['module.exports'])],
  ['export{html}from"lit";', found(['html'])],
  ['export*from"lit";', found([], true)],
  ['import"lit";', []],
  ['import{html}from"other";', []],
  ['const a=1;import{html}from"lit";var b', found(['html'])],
];

describe('the named imports of a file', () => {
  for (const [text, expected] of cases) {
    it(`are seen in ${text}`, () => assert.deepEqual(readNamedImports(text, new Set(['lit'])), expected));
  }
});
