import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BuildResult } from 'esbuild';
import type { BundleRequest } from './bundle.js';
import type { BundlerCall } from './bundler-options.js';
import { readBundle } from './read-bundle.js';

type Result = BuildResult<BundlerCall>;
type Output = Result['metafile']['outputs'][string];

const root = '/home/me/cart';
const request: BundleRequest = { own: undefined, folder: '', entryPoints: new Map([['Cart', `${root}/src/cart.ts`]]) };
const output: Output = { bytes: 1, inputs: {}, imports: [], exports: [] };

/** What esbuild gives, for outputs by name, each with its text and its facts. */
function resultOf(outputs: Record<string, readonly [text: string, facts: Partial<Output>]>, inputs = {}): Result {
  const entries = Object.entries(outputs);
  return {
    errors: [],
    warnings: [],
    mangleCache: {},
    outputFiles: entries.map(([name, [text]]) => ({
      path: `${root}/${name}`,
      contents: Buffer.from(text),
      hash: '',
      text,
    })),
    metafile: {
      inputs,
      outputs: Object.fromEntries(entries.map(([name, [, facts]]) => [name, { ...output, ...facts }])),
    },
  } as Result;
}

const read = (result: Result, minify = true): ReturnType<typeof readBundle> =>
  readBundle(request, { root, minify }, result);
const entry = { entryPoint: 'src/cart.ts' };

describe('what esbuild made', () => {
  it('has the files of the request by their names', () => {
    const { entries, files } = read(resultOf({ 'Cart-AAAAAAAA.js': ['1', entry], 'part-BBBBBBBB.js': ['2', {}] }));
    assert.deepEqual([...entries], [['Cart', 'Cart-AAAAAAAA.js']]);
    assert.deepEqual(
      files.map(({ name, text }) => [name, text]),
      [
        ['Cart-AAAAAAAA.js', '1'],
        ['part-BBBBBBBB.js', '2'],
      ],
    );
  });

  it('tells imports of other files from those that leave the bundle, and lazy ones from others', () => {
    const imports: Output['imports'] = [
      { path: 'part-BBBBBBBB.js', kind: 'import-statement' },
      { path: 'lazy-CCCCCCCC.js', kind: 'dynamic-import' },
      { path: 'lit', kind: 'import-statement', external: true },
      { path: 'lit', kind: 'import-statement', external: true },
      { path: 'rxjs', kind: 'dynamic-import', external: true },
    ];
    const [file] = read(resultOf({ 'Cart-AAAAAAAA.js': ['', { ...entry, imports }] })).files;
    assert.deepEqual(
      [file?.imports, file?.dynamicImports, file?.externals, file?.dynamicExternals, file?.references],
      [['part-BBBBBBBB.js'], ['lazy-CCCCCCCC.js'], ['lit'], ['rxjs'], ['part-BBBBBBBB.js', 'lazy-CCCCCCCC.js']],
    );
  });

  it('lists as sources what left something, and as inputs all that was read', () => {
    const inputs = { 'src/cart.ts': { bytes: 1, imports: [] }, 'src/types.ts': { bytes: 1, imports: [] } };
    const facts = { inputs: { 'src/cart.ts': { bytesInOutput: 1 }, 'src/types.ts': { bytesInOutput: 0 } } };
    const made = read(resultOf({ 'Cart-AAAAAAAA.js': ['', { ...entry, ...facts }] }, inputs));
    assert.deepEqual(
      [made.sources, made.inputs],
      [[`${root}/src/cart.ts`], [`${root}/src/cart.ts`, `${root}/src/types.ts`]],
    );
  });

  it('hands out the licences, and no file for them', () => {
    const { files, licenses } = read(
      resultOf({ 'Cart-AAAAAAAA.js': ['', entry], 'Cart-AAAAAAAA.js.LEGAL.txt': ['MIT', {}] }),
    );
    assert.deepEqual([files.length, licenses], [1, ['MIT']]);
  });

  it('leaves out the stylesheets of lazy parts, which those of the entry points contain', () => {
    const { files } = read(
      resultOf({
        'Cart-AAAAAAAA.js': ['', { ...entry, cssBundle: 'Cart-AAAAAAAA.css' }],
        'Cart-AAAAAAAA.css': ['', {}],
        'lazy-BBBBBBBB.js': ['', { cssBundle: 'lazy-BBBBBBBB.css' }],
        'lazy-BBBBBBBB.css': ['', {}],
        'lazy-BBBBBBBB.css.map': ['{ "sources": [] }', {}],
      }),
    );
    assert.deepEqual(
      files.map(({ name }) => name),
      ['Cart-AAAAAAAA.js', 'Cart-AAAAAAAA.css', 'lazy-BBBBBBBB.js'],
    );
  });

  it('names no path of this machine where it is not minified', () => {
    const inputs = { '../../node_modules/a/index.js': { bytes: 1, imports: [] } };
    const text = '// ../../node_modules/a/index.js\nvar a;';
    const [file] = read(resultOf({ 'Cart-AAAAAAAA.js': [text, entry] }, inputs), false).files;
    assert.equal(file?.text, '//\nvar a;');
  });
});

describe('the edges of what esbuild made', () => {
  const edgesOf = (...imports: object[]): ReturnType<typeof readBundle>['edges'] =>
    read(resultOf({ 'Cart-AAAAAAAA.js': ['', entry] }, { 'src/cart.ts': { bytes: 1, imports } })).edges;
  const importer = `${root}/src/cart.ts`;
  const kind = 'import-statement';

  it('lead to files of the bundle', () => {
    const one = { path: 'src/part.ts', kind, original: './part' };
    assert.deepEqual(edgesOf(one), [
      { importer, specifier: './part', external: undefined, target: `${root}/src/part.ts` },
    ]);
  });

  it('lead out of the bundle, also by a require that became an import', () => {
    const outside = { path: 'lit', kind, external: true };
    const required = { path: 'federation-require:react', kind: 'require-call', original: 'react' };
    assert.deepEqual(edgesOf(outside, required), [
      { importer, specifier: 'lit', external: 'lit', target: undefined },
      { importer, specifier: 'react', external: 'react', target: undefined },
    ]);
  });

  it('lead to the stylesheet behind a CSS module', () => {
    const one = { path: 'federation-css:src/cart.module.css/cart_0123abcd.css', kind, original: './cart.module.css' };
    assert.equal(edgesOf(one)[0]?.target, `${root}/src/cart.module.css`);
  });

  it('are none of those that esbuild adds of its own', () => {
    const added = ['<runtime>', '<define:process.env>'].map((path) => ({ path, kind, external: true }));
    assert.deepEqual(edgesOf(...added), []);
  });
});
