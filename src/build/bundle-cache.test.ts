import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { type Built, type BuiltOptions, buildProject, sharedOf } from '../../test/node/support/build-project.js';
import { depending, pack } from '../../test/node/support/pack.js';
import { runOutput } from '../../test/node/support/run-output.js';
import { findCacheFolder } from './bundle-cache.js';

const value = "return (await import('it/M')).v";
const a = pack('a', { 'index.js': "export { b } from 'b';" }, { dependencies: { b: '^1.0.0' } });
const b = pack('b', { 'index.js': 'export const b = 1;' });
const files = { ...depending('a'), ...a, ...b, 'src/m.js': "import { b } from 'a'; export const v = b;" };

const cacheOf = ({ project }: Built): string => `${project.root}/node_modules/.cache/federation-elements`;
const kept = (built: Built): string[] => readdirSync(cacheOf(built));
const bytes = ({ texts }: Built): [string, string][] => [...texts];

/** Builds a project, changes it, and builds it again: with what was kept, and without. */
async function rebuild(
  change: (built: Built) => Promise<unknown>,
  options: Partial<BuiltOptions> = {},
): Promise<[Built, Built]> {
  const built = await buildProject({ files, ...options });
  await change(built);
  const warm = await built.again();
  return [warm, await built.again({ cache: false })];
}

describe('what is kept of shared packages', () => {
  it('gives the same bytes as a build without it', async () => {
    const [warm, cold] = await rebuild(async () => undefined);
    assert.deepEqual(bytes(warm), bytes(cold));
  });

  it('is used, and not made again', async () => {
    const built = await buildProject({ files });
    const inodes = (): number[] => kept(built).map((name) => statSync(`${cacheOf(built)}/${name}`).ino);
    const before = inodes();
    await built.again();
    assert.deepEqual(inodes(), before);
    await built.project.write({ 'node_modules/b/index.js': 'export const b = 2;' });
    await built.again();
    assert.notDeepEqual(inodes(), before);
  });

  const changes: readonly [title: string, change: (built: Built) => Promise<unknown>, expected: unknown][] = [
    [
      'a file of the package changes',
      ({ project }) => project.write({ 'node_modules/a/index.js': "export const b = 'new';" }),
      'new',
    ],
    [
      'a file of a private dependency changes',
      ({ project }) => project.write({ 'node_modules/b/index.js': 'export const b = 2;' }),
      2,
    ],
    ['its size does not', ({ project }) => project.write({ 'node_modules/b/index.js': 'export const b = 3;' }), 3],
    [
      'another version of a dependency is installed nearer',
      ({ project }) =>
        project.write({
          'node_modules/a/node_modules/b/package.json': { name: 'b', version: '2.0.0', type: 'module' },
          'node_modules/a/node_modules/b/index.js': 'export const b = 4;',
        }),
      4,
    ],
    [
      'its package.json leads elsewhere',
      ({ project }) =>
        project.write({
          'node_modules/b/package.json': { name: 'b', version: '1.0.0', type: 'module', main: 'other.js' },
          'node_modules/b/other.js': 'export const b = 5;',
        }),
      5,
    ],
    [
      'a dependency becomes a shared package',
      ({ project }) =>
        project.write({
          ...depending('a', 'b'),
          'src/m.js': "import { b } from 'a'; import { b as own } from 'b'; export const v = [b, own];",
        }),
      [1, 1],
    ],
    [
      'one more entry point of it is imported',
      ({ project }) =>
        project.write({
          'node_modules/a/more.js': 'export const more = 6;',
          'src/m.js': "import 'a'; export { more as v } from 'a/more.js';",
        }),
      6,
    ],
    ['it is damaged', async (built) => kept(built).map((name) => damage(`${cacheOf(built)}/${name}`)), 1],
    ['it is gone', async (built) => rmSync(cacheOf(built), { recursive: true }), 1],
  ];
  for (const [title, change, expected] of changes) {
    it(`does no harm if ${title}`, async () => {
      const [warm, cold] = await rebuild(change);
      assert.deepEqual(bytes(warm), bytes(cold));
      assert.deepEqual(await runOutput(warm.outDir, value), expected);
    });
  }

  it('is of one way to build only', async () => {
    const ways: Partial<BuiltOptions>[] = [
      {},
      { mode: 'development' },
      { minify: false },
      { sourcemap: true },
      { config: { esbuild: { define: { 'globalThis.FLAG': '1' } } } },
      { config: { esbuild: { target: 'es2020' } } },
      { config: { esbuild: { conditions: ['special'] } } },
      { config: { shared: {} } },
      { config: { skip: ['a'] } },
    ];
    const built = await buildProject({
      files: { ...files, ...pack('b', { 'index.js': 'export const b = globalThis.FLAG ?? 1;' }) },
    });
    for (const { config, ...options } of ways) {
      const all = { config: { name: 'it', exposes: { './M': './src/m.js' }, ...config }, ...options };
      const warm = await built.again(all);
      assert.deepEqual(
        bytes(warm),
        bytes(await built.again({ ...all, cache: false })),
        JSON.stringify({ config, ...options }),
      );
    }
  });

  it('is right for packages that others imply', async () => {
    const twice = {
      ...depending('a', 'c'),
      ...a,
      ...b,
      ...pack('c', { 'index.js': "export { b } from 'b';" }),
      'src/m.js': "import { b } from 'a'; import { b as c } from 'c'; export const v = [b, c];",
    };
    const built = await buildProject({ files: twice });
    for (let round = 0; round < 3; round++) {
      const warm = await built.again();
      assert.deepEqual(sharedOf(warm), ['a', 'b', 'c']);
      assert.deepEqual(bytes(warm), bytes(built));
    }
  });

  it('is safe when several builds run at once', async () => {
    const built = await buildProject({ files });
    rmSync(cacheOf(built), { recursive: true });
    const outDirs = ['1', '2', '3', '4'].map((name) => `${built.project.root}/dist-${name}`);
    const all = await Promise.all(outDirs.map((outDir) => built.again({ outDir })));
    for (const one of all) assert.deepEqual(bytes(one), bytes(built));
    assert.deepEqual(bytes(await built.again()), bytes(built));
  });

  it('is nothing if there are plugins, because nobody knows what they do', async () => {
    const plugin = { name: 'nothing', setup: (): void => undefined };
    const built = await buildProject({ files, config: { esbuild: { plugins: [plugin] } } });
    assert.throws(() => kept(built), { code: 'ENOENT' });
  });

  it('has a place only where packages are installed', async () => {
    const built = await buildProject({ files: { 'src/m.js': 'export const v = 1;' } });
    assert.equal(findCacheFolder(`${built.project.root}/src`), undefined);
  });
});

function damage(file: string): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.slice(0, -20));
}
