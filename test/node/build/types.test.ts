import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { type Built, type BuiltOptions, buildProject } from '../support/build-project.js';
import { installPackages } from '../support/install-packages.js';
import { depending, pack } from '../support/pack.js';

const execute = promisify(execFile);
const compilers = { 'TypeScript 5': '5.9.3', 'TypeScript 7': '7.0.2' };

/** Without what takes long to read, the types of browsers above all. */
const quickly = {
  strict: true,
  target: 'es2022',
  lib: ['es2022'],
  types: [],
  module: 'esnext',
  moduleResolution: 'bundler',
};

/** Builds with types, by a TypeScript from the registry. */
function buildTyped({ files, ...options }: BuiltOptions, version = compilers['TypeScript 7']): Promise<Built> {
  const all = { 'tsconfig.json': { compilerOptions: quickly, include: ['src'] }, ...files };
  return buildProject({ packages: { typescript: version }, types: true, files: all, ...options });
}

const typesOf = ({ files }: Built): string[] =>
  files.map(({ path }) => path).filter((path) => path.startsWith('types/'));
const textOf = ({ files }: Built, path: string): string =>
  Buffer.from(files.find((file) => file.path === path)?.contents ?? '').toString();

/** What TypeScript says of a program that uses the declarations of a build, and nothing else of it. */
async function check(built: Built, program: string): Promise<string> {
  const folder = `${built.project.root}/consumer`;
  for (const path of typesOf(built)) {
    await mkdir(dirname(`${folder}/${path}`), { recursive: true });
    await writeFile(`${folder}/${path}`, textOf(built, path));
  }
  await writeFile(`${folder}/program.ts`, program);
  const tsc = `${await installPackages({ typescript: compilers['TypeScript 7'] })}/node_modules/typescript/bin/tsc`;
  const compilerOptions = { ...quickly, noEmit: true };
  await writeFile(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions, files: ['program.ts'] }));
  const { stdout } = await execute(process.execPath, [tsc], { cwd: folder }).catch((error) => error);
  return stdout;
}

const source = {
  'src/m.ts': `
    import './m.css';
    import { thing } from '@/lib/thing';
    export * from '#deep';
    import type { Written } from './written';
    import { shared } from 'a';
    export type { Thing } from '@/lib/thing';
    export * from './lib/more.js';
    /** What a cart is. */
    export class Cart { #secret = 1; things = [thing]; written?: Written; shared = shared; }
    export const load = () => import('./lib/lazy.js');
    export default (): typeof import('@/lib/thing') => { throw new Error() };
  `,
  'src/m.css': '.m { color: red }',
  'src/lib/thing.ts':
    "import type { Deeper } from './deeper/index.js'; export interface Thing { id: Deeper } export const thing: Thing = { id: 1 };",
  'src/lib/deeper/index.ts': 'export type Deeper = 1 | 2;',
  'src/lib/deep.ts': 'export const deep = 1 as const;',
  'src/lib/more.ts': 'export const more = 2;',
  'src/lib/lazy.ts': 'export const lazy = 3;',
  'src/written.d.ts': 'export interface Written { by: "hand" }',
  'tsconfig.json': {
    compilerOptions: { ...quickly, paths: { '@/*': ['./src/*'] }, composite: true, noEmit: true },
  },
  ...pack(
    'a',
    { 'index.js': 'export const shared = 1;', 'index.d.ts': 'export declare const shared: number;' },
    { types: 'index.d.ts' },
  ),
  'package.json': { ...(depending('a')['package.json'] as object), imports: { '#deep': './src/lib/deep.ts' } },
};

describe('the declarations of exposed modules', () => {
  for (const [name, version] of Object.entries(compilers)) {
    it(`say what the modules are, on their own, whatever the project calls its files: ${name}`, async () => {
      const built = await buildTyped({ files: source, config: { exposes: { './M': 'src/m.ts' } } }, version);
      assert.deepEqual(built.entry.exposes[0]?.types, 'types/M.d.ts');
      assert.deepEqual(typesOf(built), [
        'types/M.d.ts',
        ...['deep', 'deeper/index', 'lazy', 'more', 'thing'].map((path) => `types/modules/src/lib/${path}.d.ts`),
        'types/modules/src/written.d.ts',
      ]);
      assert.match(textOf(built, 'types/M.d.ts'), /What a cart is/);
      assert.doesNotMatch(textOf(built, 'types/M.d.ts'), /@\/|#deep|m\.css/);
      const program = (value: string): string => `
        import make, { Cart, deep, load, more, type Thing } from './types/M.js';
        const thing: Thing = { id: 2 };
        const cart = new Cart();
        cart.things.push(thing, make().thing);
        const values: [number, 2, 1, 'hand' | undefined] = [(await load()).lazy, more, deep, cart.written?.by];
        const shared: number = cart.shared;
        const wrong: 1 | 2 = ${value};
        export { values, shared, wrong };
      `;
      assert.equal(await check(built, program('1')), '');
      assert.match(await check(built, program('cart.written')), /^program\.ts\(8,15\): error TS2322/);
      assert.deepEqual(built.warnings, []);
    });
  }

  it('are read from JSDoc where the source is JavaScript, and there may be no tsconfig.json', async () => {
    const built = await buildProject({
      packages: { typescript: compilers['TypeScript 7'] },
      types: true,
      files: {
        'src/m.js': '/** @param {number} a @returns {string} */\nexport function f(a) { return String(a); }',
      },
    });
    assert.equal(await check(built, "import { f } from './types/M.js'; const a: string = f(1); export { a };"), '');
    assert.match(await check(built, "import { f } from './types/M.js'; f('1');"), /TS2345/);
  });

  it('have a file for each key, and one for two keys of the same source', async () => {
    const built = await buildTyped({
      files: { 'src/a.tsx': 'export const a = 1;', 'src/b.mts': "export { a } from './a.js'; export const b = 2;" },
      config: { exposes: { './A': 'src/a.tsx', './x/B': 'src/b.mts', './C': 'src/a.tsx' } },
    });
    assert.deepEqual(
      built.entry.exposes.map(({ types }) => types),
      ['types/A.d.ts', 'types/x/B.d.ts', 'types/A.d.ts'],
    );
    assert.match(textOf(built, 'types/x/B.d.ts'), /from '\.\.\/A\.js'/);
  });

  it('go with the build that has others', async () => {
    const built = await buildTyped({
      files: { 'src/m.ts': "export * from './gone.js';", 'src/gone.ts': 'export const gone = 1;' },
      config: { exposes: { './M': 'src/m.ts' } },
    });
    await built.project.write({ 'src/m.ts': 'export const m = 1;', 'dist/types/notes.d.ts': 'of a person' });
    await built.again();
    assert.deepEqual((await readdir(`${built.outDir}/types`)).sort(), ['M.d.ts', 'notes.d.ts']);
    await built.again({ types: false });
    assert.deepEqual(await readdir(`${built.outDir}/types`), ['notes.d.ts']);
  });

  it('are written although types are wrong elsewhere, with a warning', async () => {
    const built = await buildTyped({
      files: { 'src/m.ts': "export const m = 1;\nconst wrong: number = 'text';\nvoid wrong;" },
      config: { exposes: { './M': 'src/m.ts' } },
    });
    assert.deepEqual(
      built.warnings.map(({ file, line, column }) => [file, line, column]),
      [['src/m.ts', 2, 7]],
    );
    assert.match(textOf(built, 'types/M.d.ts'), /m = 1/);
  });

  it('know what is declared for all files, by the tsconfig.json that has the module', async () => {
    const built = await buildTyped({
      files: {
        'src/m.tsx': "import logo from './logo.svg'; export const address = logo; export const view = <p />;",
        'src/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
        'env.d.ts':
          "declare module '*.svg' { const address: 'svg'; export default address; }\ndeclare namespace JSX { interface IntrinsicElements { p: object } interface Element { isView: true } }",
        'tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }] },
        'tsconfig.app.json': {
          compilerOptions: {
            composite: true,
            jsx: 'preserve',
            module: 'esnext',
            moduleResolution: 'bundler',
            types: [],
          },
          include: ['src', 'env.d.ts'],
        },
      },
      config: { exposes: { './M': 'src/m.tsx' }, esbuild: { jsx: 'transform' } },
    });
    assert.deepEqual(built.warnings, []);
    assert.match(textOf(built, 'types/M.d.ts'), /address: "svg"/);
  });

  it('leave no trace of the compiler in the project', async () => {
    const { project } = await buildTyped({ files: { 'src/m.js': 'export const m = 1;', 'node_modules/.keep': '' } });
    assert.deepEqual(
      await readdir(`${project.root}/node_modules/.cache/federation-elements`).then((all) =>
        all.filter((name) => name.startsWith('types-')),
      ),
      [],
    );
  });
});

describe('declarations that cannot be', () => {
  it('fail the build for a project without TypeScript', async () => {
    const files = { 'src/m.js': 'export const m = 1;' };
    await assert.rejects(buildProject({ files, types: true }), { code: 'typescript-missing' });
  });

  it('fail the build where the compiler can write none, with the place', async () => {
    await assert.rejects(
      buildTyped({
        files: { 'src/m.ts': 'export const m = class { private a = 1; };' },
        config: { exposes: { './M': 'src/m.ts' } },
      }),
      (error: { code?: string; details?: { problems: { file: string; line: number }[] } }) => {
        assert.equal(error.code, 'types-failed');
        assert.deepEqual(
          error.details?.problems.map(({ file, line }) => [file, line]),
          [['src/m.ts', 1]],
        );
        return true;
      },
    );
  });

  it('are a warning for what is no script, and for what a script imports of that', async () => {
    const built = await buildTyped({
      files: {
        'src/m.ts': "import data from './data.txt'; export const m = 1; export type D = typeof data;",
        'src/data.txt': 'text',
        'src/style.css': '',
      },
      config: { exposes: { './M': 'src/m.ts', './style': 'src/style.css' } },
    });
    assert.deepEqual(
      built.entry.exposes.map(({ types }) => types),
      ['types/M.d.ts', undefined],
    );
    assert.deepEqual([...new Set(built.warnings.map(({ file }) => file))], ['src/style.css', 'src/m.ts']);
  });
});
