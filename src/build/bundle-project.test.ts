import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildProject, sharedOf } from '../../test/node/support/build-project.js';
import type { Files } from '../../test/node/support/create-project.js';
import { depending, pack } from '../../test/node/support/pack.js';
import { runOutput } from '../../test/node/support/run-output.js';

/** Counts the instances of a module: each puts itself into a list. */
const counting = (name: string): string => `(globalThis.instances ??= []).push('${name}');`;

describe('the packages of a project', () => {
  it('are shared if the exposed modules import them and package.json depends on them', async () => {
    const built = await buildProject({
      files: {
        ...depending('used', 'unused'),
        ...pack('used', { 'index.js': 'export const a = 1;' }),
        ...pack('unused', { 'index.js': 'export const a = 1;' }),
        ...pack('undeclared', { 'index.js': 'export const b = 2;' }),
        'src/m.js': "import { a } from 'used'; import { b } from 'undeclared'; export const v = a + b;",
      },
    });
    assert.deepEqual(sharedOf(built), ['used']);
    assert.equal(await runOutput(built.outDir, "return (await import('it/M')).v"), 3);
  });

  it('are shared with the entry points that other shared packages import', async () => {
    const built = await buildProject({
      files: {
        ...depending('a', 'b', 'c'),
        ...pack('a', { 'index.js': "export { b } from 'b/sub.js';" }, { dependencies: { b: '^1.0.0' } }),
        ...pack('b', { 'index.js': '', 'sub.js': "export { c as b } from 'c';" }, { dependencies: { c: '^1.0.0' } }),
        ...pack('c', { 'index.js': 'export const c = 3;' }),
        'src/m.js': "export { b } from 'a';",
      },
    });
    assert.deepEqual(sharedOf(built), ['a', 'b/sub.js', 'c']);
    assert.equal(await runOutput(built.outDir, "return (await import('it/M')).b"), 3);
  });

  it('have one instance behind all their entry points', async () => {
    const built = await buildProject({
      files: {
        ...depending('a'),
        ...pack('a', {
          'index.js': "export * from './state.js';",
          'sub.js': "export * from './state.js';",
          'state.js': `${counting('a')} export const state = {};`,
        }),
        'src/m.js':
          "import { state } from 'a'; import { state as other } from 'a/sub.js'; export const same = state === other;",
      },
    });
    assert.equal(await runOutput(built.outDir, "return (await import('it/M')).same"), true);
  });

  it('import each other by their names, also in a circle', async () => {
    const built = await buildProject({
      files: {
        ...depending('a', 'b'),
        ...pack('a', {
          'index.js': "import { b } from 'b'; export const a = () => 1; export const sum = () => a() + b();",
        }),
        ...pack('b', { 'index.js': "import { a } from 'a'; export const b = () => a() + 1;" }),
        'src/m.js': "import { sum } from 'a'; export const v = sum();",
      },
    });
    assert.equal(await runOutput(built.outDir, "return (await import('it/M')).v"), 3);
  });
});

describe('a private dependency', () => {
  const secret = pack('secret', { 'index.js': `${counting('secret')} export const secret = {};` });
  const user = (name: string): Files =>
    pack(name, { 'index.js': "export { secret } from 'secret';" }, { dependencies: { secret: '^1.0.0' } });

  it('stays inside the one package that has it', async () => {
    const built = await buildProject({
      files: { ...depending('a'), ...user('a'), ...secret, 'src/m.js': "export * from 'a';" },
    });
    assert.deepEqual(sharedOf(built), ['a']);
  });

  it('of two shared packages has one instance', async () => {
    const built = await buildProject({
      files: {
        ...depending('a', 'b'),
        ...user('a'),
        ...user('b'),
        ...secret,
        'src/m.js':
          "import { secret as one } from 'a'; import { secret as two } from 'b'; export const v = [one === two, globalThis.instances];",
      },
    });
    assert.deepEqual(await runOutput(built.outDir, "return (await import('it/M')).v"), [true, ['secret']]);
    const [implied] = built.entry.shared.filter(({ packageName }) => packageName === 'secret');
    assert.deepEqual([implied?.requiredVersion, implied?.singleton], ['^1.0.0', true]);
    assert.deepEqual(built.entry.packages.a?.dependencies, { secret: '^1.0.0' });
  });

  it('of a shared package and of the exposed code has one instance', async () => {
    const built = await buildProject({
      files: {
        ...depending('a'),
        ...user('a'),
        ...secret,
        'src/m.js':
          "import { secret as one } from 'a'; import { secret as two } from 'secret'; export const v = [one === two, globalThis.instances];",
      },
    });
    assert.deepEqual(await runOutput(built.outDir, "return (await import('it/M')).v"), [true, ['secret']]);
  });

  it('of a private dependency has one instance too', async () => {
    const inner = pack('inner', { 'index.js': `${counting('inner')} export const inner = {};` });
    const outer = (name: string): Files => pack(name, { 'index.js': "export { inner } from 'inner';" });
    const built = await buildProject({
      files: {
        ...depending('a', 'b'),
        ...pack('a', { 'index.js': "export { inner } from 'p';" }),
        ...pack('b', { 'index.js': "export { inner } from 'q';" }),
        ...outer('p'),
        ...outer('q'),
        ...inner,
        'src/m.js':
          "import { inner as one } from 'a'; import { inner as two } from 'b'; export const v = [one === two, globalThis.instances];",
      },
    });
    assert.deepEqual(await runOutput(built.outDir, "return (await import('it/M')).v"), [true, ['inner']]);
  });

  it('that is skipped on purpose stays where it is', async () => {
    const built = await buildProject({
      config: { skip: ['secret'] },
      files: {
        ...depending('a', 'b'),
        ...user('a'),
        ...user('b'),
        ...secret,
        'src/m.js': "export { secret } from 'a'; export { secret as other } from 'b';",
      },
    });
    assert.deepEqual(sharedOf(built), ['a', 'b']);
  });
});

describe('two versions of a package in one project', () => {
  const nested = (owner: string): Files => ({
    [`node_modules/${owner}/node_modules/base/package.json`]: { name: 'base', version: '1.5.0', type: 'module' },
    [`node_modules/${owner}/node_modules/base/index.js`]: `${counting('base 1')} export const version = 1;`,
  });
  const base = pack('base', { 'index.js': `${counting('base 2')} export const version = 2;` }, { version: '2.0.0' });
  const old = (name: string): Files =>
    pack(name, { 'index.js': "export { version } from 'base';" }, { dependencies: { base: '^1.0.0' } });

  it('are each given to those that have installed it', async () => {
    const built = await buildProject({
      files: {
        ...depending('base', 'old'),
        ...base,
        ...old('old'),
        ...nested('old'),
        'src/m.js':
          "import { version as one } from 'old'; import { version as two } from 'base'; export const v = [one, two];",
      },
    });
    assert.deepEqual(sharedOf(built), ['base', 'old']);
    assert.deepEqual(await runOutput(built.outDir, "return (await import('it/M')).v"), [1, 2]);
  });

  it('have one instance each, also if two packages share the older one', async () => {
    const link = { 'node_modules/deep/node_modules/x/package.json': { name: 'x', version: '1.0.0', type: 'module' } };
    const built = await buildProject({
      files: {
        ...depending('base', 'deep'),
        ...base,
        ...pack('deep', { 'index.js': "export { version } from 'base'; export { version as again } from 'x';" }),
        ...nested('deep'),
        ...link,
        'node_modules/deep/node_modules/x/index.js': "export { version } from 'base';",
        'src/m.js':
          "import { version, again } from 'deep'; import { version as two } from 'base'; import { version as own } from '../node_modules/deep/node_modules/x/index.js'; export const v = [version, again, own, two, globalThis.instances.sort()];",
      },
    });
    assert.deepEqual(await runOutput(built.outDir, "return (await import('it/M')).v"), [
      1,
      1,
      1,
      2,
      ['base 1', 'base 2'],
    ]);
    assert.ok(sharedOf(built).includes('base-1.5.0'));
  });
});
