import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Built, buildProject } from '../../test/node/support/build-project.js';
import { depending, pack } from '../../test/node/support/pack.js';
import type { FederationConfig } from './federation-config.js';
import type { SharedDocument } from './remote-entry-document.js';

const files = {
  ...depending('a'),
  ...pack('a', { 'index.js': 'export const a = 1;', 'sub.js': 'export const sub = 1;' }, { version: '1.2.3' }),
  'src/m.js':
    "import { a } from 'a'; export { sub } from 'a/sub.js'; export const load = () => import('./lazy.js'); export { a };",
  'src/lazy.js': 'export const lazy = 1;',
};
const building = (config: Partial<FederationConfig> = {}): Promise<Built> => buildProject({ files, config });

describe('the entry', () => {
  it('describes a shared package by what is installed and what package.json accepts', async () => {
    const [{ outFileName, ...facts } = {} as SharedDocument] = (await building()).entry.shared;
    const expected = {
      packageName: 'a',
      version: '1.2.3',
      requiredVersion: '^1.0.0',
      singleton: true,
      strictVersion: true,
    };
    assert.deepEqual(facts, expected);
    assert.match(outFileName ?? '', /^shared\/a@1\.2\.3\/index-[0-9A-Z]{8}\.js$/);
  });

  it('describes it by what the config says instead', async () => {
    const options = {
      singleton: false,
      strictVersion: false,
      requiredVersion: '1.x',
      version: '1.9.0',
      shareScope: 'team',
    };
    const [{ outFileName, ...facts } = {} as SharedDocument] = (await building({ shared: { a: options } })).entry
      .shared;
    assert.deepEqual(facts, { packageName: 'a', ...options });
  });

  it('describes an entry point by what the config says of it, not of its package', async () => {
    const { entry } = await building({ shared: { a: { singleton: false }, 'a/sub.js': { requiredVersion: 'auto' } } });
    assert.deepEqual(
      entry.shared.map(({ packageName, singleton }) => [packageName, singleton]),
      [
        ['a', false],
        ['a/sub.js', true],
      ],
    );
  });

  it('puts all shared packages into the pool of the config', async () => {
    const { entry } = await building({ shareScope: 'team' });
    assert.deepEqual(
      entry.shared.map(({ shareScope }) => shareScope),
      ['team', 'team'],
    );
  });

  it('writes one record a package if it is to be dense', async () => {
    const { shared } = (await building({ dense: true })).entry;
    assert.equal(shared.length, 1);
    assert.deepEqual(Object.keys(shared[0]?.entries ?? {}), ['a', 'a/sub.js']);
    assert.equal(shared[0]?.outFileName, undefined);
  });

  it('names the element of an exposed module', async () => {
    const { entry } = await building({ exposes: { M: { file: 'src/m.js', element: 'my-m' } } });
    assert.deepEqual([entry.exposes[0]?.key, entry.exposes[0]?.element], ['./M', 'my-m']);
  });

  it('says what each file is, imports, and imports later', async () => {
    const { entry, files: all } = await building();
    const [exposed] = entry.exposes;
    const lazy = all.find(({ path }) => path.startsWith('lazy-'))?.path;
    const facts = entry.files[exposed?.outFileName ?? ''];
    assert.deepEqual([facts?.externals, facts?.dynamicImports], [['a', 'a/sub.js'], [lazy]]);
    for (const { path, contents } of all) {
      if (path.endsWith('.js')) assert.equal(entry.files[path]?.bytes, contents.byteLength);
    }
  });

  it('leaves the hashes out if the config says so', async () => {
    assert.equal((await building({ integrity: false })).entry.integrity, undefined);
  });

  it('describes a host, which exposes nothing but shares what it names', async () => {
    const { entry } = await building({ exposes: {}, shared: { a: {} } });
    assert.deepEqual([entry.exposes, entry.shared.map(({ packageName }) => packageName)], [[], ['a']]);
    assert.deepEqual(Object.keys(entry.files), [entry.shared[0]?.outFileName]);
  });
});
