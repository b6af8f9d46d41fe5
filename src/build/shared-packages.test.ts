import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Built, buildProject, sharedOf } from '../../test/node/support/build-project.js';
import type { Files } from '../../test/node/support/create-project.js';
import { depending, pack } from '../../test/node/support/pack.js';
import { runOutput } from '../../test/node/support/run-output.js';
import { isBareSpecifier } from '../core/forms.js';
import type { FederationConfig } from './federation-config.js';

const files = {
  ...depending('a', 'b'),
  ...pack('a', { 'index.js': 'export const a = 1;', 'sub.js': 'export const sub = 1;' }),
  ...pack('b', { 'index.js': 'export const b = 1;' }),
  'src/m.js': "export { a } from 'a'; export { sub } from 'a/sub.js'; export { b } from 'b';",
};
const sharing = (config: Partial<FederationConfig>): Promise<Built> => buildProject({ files, config });

describe('which packages are shared', () => {
  const cases: readonly [title: string, config: Partial<FederationConfig>, expected: string[]][] = [
    ['all that are imported, if the config says nothing', {}, ['a', 'a/sub.js', 'b']],
    ['the same with "auto"', { shared: 'auto' }, ['a', 'a/sub.js', 'b']],
    ['none with {}', { shared: {} }, []],
    ['those that are named, with all entry points that are imported', { shared: { a: {} } }, ['a', 'a/sub.js']],
    ['the whole package, if one of its entry points is named', { shared: { 'a/sub.js': {} } }, ['a', 'a/sub.js']],
    ['all but a package that is skipped', { skip: ['a'] }, ['b']],
    ['all but an entry point that is skipped', { skip: ['a/sub.js'] }, ['a', 'b']],
    ['all but what a pattern skips', { skip: [/^a\b/] }, ['b']],
  ];
  for (const [title, config, expected] of cases) {
    it(`are ${title}`, async () => assert.deepEqual(sharedOf(await sharing(config)), expected));
  }

  it('are those of peerDependencies too', async () => {
    const manifest = { name: 'p', type: 'module', peerDependencies: { a: '>=1' } };
    const built = await buildProject({
      files: { ...files, 'package.json': manifest, 'src/m.js': "export { a } from 'a';" },
    });
    assert.deepEqual(
      built.entry.shared.map(({ packageName, requiredVersion }) => [packageName, requiredVersion]),
      [['a', '>=1']],
    );
  });

  it('must be installed, if they are named', async () => {
    await assert.rejects(sharing({ shared: { ghost: {} } }), { code: 'shared-not-installed' });
  });

  describe('by a name that no page takes', () => {
    const odd = '@Scope/Pkg/ümläut file.js';
    const withOdd = (source: string, text: string): Files => ({
      ...depending('@Scope/Pkg'),
      ...pack(
        '@Scope/Pkg',
        {
          'index.js': "export { state } from './state.js';",
          'state.js': 'export const state = {};',
          'ümläut file.js': text,
        },
        { exports: { '.': './index.js', './*': './*' } },
      ),
      'src/m.js': source,
    });
    const read = "return (await import('it/M')).v";

    for (const config of [{}, { shared: { '@Scope/Pkg': { keepAll: true } } }]) {
      it(`are bundled where they are imported, with ${JSON.stringify(config)}`, async () => {
        const source = `import { state } from '@Scope/Pkg'; import { text } from '${odd}'; export const v = [state, text];`;
        const built = await buildProject({ files: withOdd(source, "export const text = 'odd';"), config });
        assert.ok(sharedOf(built).every(isBareSpecifier) && sharedOf(built).includes('@Scope/Pkg'));
        assert.deepEqual(await runOutput(built.outDir, read), [{}, 'odd']);
      });
    }

    const both = (name: string): string =>
      `import { state } from '@Scope/Pkg'; import { state as other } from '${name}'; export const v = state === other;`;

    it('fail the build if the page would run a part of them twice', async () => {
      const files = withOdd(both(odd), "export { state } from './state.js';");
      await assert.rejects(buildProject({ files }), { code: 'shared-bypassed' });
    });

    it('are bundled, whatever they bring along, if the config skips them', async () => {
      const files = withOdd(both(odd), "export { state } from './state.js';");
      const built = await buildProject({ files, config: { skip: [odd] } });
      assert.deepEqual([sharedOf(built), await runOutput(built.outDir, read)], [['@Scope/Pkg'], false]);
    });
  });
});
