import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SharedPackageConfig } from '../../../src/build/federation-config.js';
import { createImportMap } from '../../../src/core/create-import-map.js';
import { negotiate } from '../../../src/core/negotiate.js';
import { parseRemoteEntry } from '../../../src/core/parse-remote-entry.js';
import type { RemoteEntry } from '../../../src/core/remote-entry.js';
import { buildProject } from '../support/build-project.js';
import { depending, pack } from '../support/pack.js';

/** The entry of a remote that imports `b`, as a page reads it. */
async function entryOf(name: string, version: string, options: SharedPackageConfig): Promise<RemoteEntry> {
  const { entry } = await buildProject({
    files: {
      ...depending('b'),
      ...pack('b', { 'index.js': 'export const b = {};' }, { version }),
      'src/m.js': "export { b } from 'b';",
    },
    config: { name, shared: { b: options } },
  });
  return parseRemoteEntry(JSON.parse(JSON.stringify(entry)), `https://${name}.example/remoteEntry.json`);
}

const consuming = { provide: false, requiredVersion: '^2.0.0' };

describe('a remote that consumes a package', () => {
  it('is given the copy of another remote, if its range accepts that', async () => {
    const entries = [
      await entryOf('cart', '2.0.0', consuming),
      await entryOf('shop', '2.4.0', { requiredVersion: '^2.0.0' }),
    ];
    const agreement = negotiate(entries);
    assert.deepEqual([...agreement.failures.keys()], []);
    assert.match(createImportMap(agreement).imports.b ?? '', /^https:\/\/shop\.example\/shared\/b@2\.4\.0\//);
  });

  for (const [title, others] of [
    ['nobody shares it', []],
    ['nobody shares a version that it accepts', ['3.0.0']],
  ] as const) {
    it(`fails with shared-missing, and alone, if ${title}`, async () => {
      const shops = await Promise.all(others.map((version) => entryOf('shop', version, {})));
      const { failures } = negotiate([await entryOf('cart', '2.0.0', consuming), ...shops]);
      assert.deepEqual(
        [...failures].map(([name, { code }]) => [name, code]),
        [['cart', 'shared-missing']],
      );
    });
  }

  it('may be the host', async () => {
    const [host, shop] = [await entryOf('host', '2.0.0', consuming), await entryOf('shop', '2.4.0', {})];
    const { failures, packages } = negotiate([host, shop], { host });
    assert.deepEqual([[...failures.keys()], packages[0]?.copies.map(({ provider }) => provider)], [[], ['shop']]);
  });
});
