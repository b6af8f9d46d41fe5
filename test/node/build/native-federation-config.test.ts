import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
// @ts-expect-error: a script without types, which the browser tests use too.
import { officialPackages } from '../../support/native-federation/packages.mjs';
import { createProject, type Project } from '../support/create-project.js';
import { runCli } from '../support/run-cli.js';

const { v4, v3 } = officialPackages as Record<'v4' | 'v3', Record<string, string> & { lit: string }>;

const source = `
  import { html } from 'lit';
  import { repeat } from 'lit/directives/repeat.js';
  export const list = (items) => html\`\${repeat(items, (item) => item)}\`;
`;

/** A project whose config is what `withNativeFederation` of the real package returns. */
function createOfficial(packages: Record<string, string>, door: string, options: string): Promise<Project> {
  return createProject({
    packages,
    files: {
      'package.json': { name: 'project', version: '1.0.0', type: 'module', dependencies: { lit: '^3.3.0' } },
      'tsconfig.json': { compilerOptions: { paths: { '@internal/*': ['./libs/*'] } } },
      'src/m.js': source,
      'federation.config.js': `
        import { share, shareAll, withNativeFederation } from '@softarc/native-federation/${door}';
        export default withNativeFederation(${options});
      `,
    },
  });
}

interface Printed {
  readonly entry: { readonly exposes: object[]; readonly shared: { packageName: string; version: string }[] };
  readonly warnings: { readonly text: string; readonly file: string }[];
}

async function buildOfficial(packages: Record<string, string>, door: string, options: string): Promise<Printed> {
  const { root } = await createOfficial(packages, door, options);
  const { code, stdout, stderr } = await runCli(['build', '--json'], root);
  assert.equal(code, 0, stdout + stderr);
  return JSON.parse(stdout.slice(stdout.indexOf('{\n')));
}

const litEntryPoints = [
  ['lit', v4.lit, '^3.3.0', true, true],
  ['lit/directives/repeat.js', v4.lit, '^3.3.0', true, true],
];

const factsOf = ({ entry }: Printed): unknown[] =>
  entry.shared.map((one) => {
    const { packageName, version, requiredVersion, singleton, strictVersion } = one as Record<string, unknown>;
    return [packageName, version, requiredVersion, singleton, strictVersion];
  });

describe('what withNativeFederation returns', () => {
  for (const [title, packages, door] of [
    ['version 4', v4, 'config'],
    ['version 3', v3, 'build'],
  ] as const) {
    it(`is a config, with all packages shared: ${title}`, async () => {
      const built = await buildOfficial(
        packages,
        door,
        `{
          name: 'official',
          exposes: { './M': './src/m.js' },
          shared: shareAll({ singleton: true, strictVersion: true, requiredVersion: 'auto' }),
          skip: ['rxjs/ajax', /testing/, (name) => name.startsWith('@internal/')],
        }`,
      );
      assert.deepEqual(factsOf(built), litEntryPoints);
    });

    it(`is a config, with the packages shared that it names: ${title}`, async () => {
      const built = await buildOfficial(
        packages,
        door,
        `{
          name: 'official',
          exposes: { './M': './src/m.js' },
          shared: share({ lit: { singleton: true, strictVersion: true, requiredVersion: 'auto', includeSecondaries: true } }),
        }`,
      );
      assert.deepEqual(factsOf(built), litEntryPoints);
    });
  }

  it('is a config, with all entry points of a package: version 4', async () => {
    const built = await buildOfficial(
      v4,
      'config',
      `{
        name: 'official',
        exposes: { './M': './src/m.js' },
        shared: share({ lit: { singleton: true, strictVersion: true, includeSecondaries: { keepAll: true } } }),
      }`,
    );
    const names = built.entry.shared.map(({ packageName }) => packageName);
    assert.ok(names.includes('lit/decorators.js') && names.includes('lit/directives/until.js'), names.join());
  });

  it('is a config, with every feature of version 4', async () => {
    const built = await buildOfficial(
      v4,
      'config',
      `{
        name: 'official',
        exposes: { './M': { file: './src/m.js', element: 'm-m' } },
        shareScope: 'team',
        chunks: false,
        features: { denseExternals: true, denseChunking: true, integrityHashes: true, ignoreUnusedDeps: false },
      }`,
    );
    const [lit, ...more] = built.entry.shared as unknown as { entries: object; shareScope: string }[];
    assert.deepEqual(
      [Object.keys(lit?.entries ?? {}), lit?.shareScope, more],
      [litEntryPoints.map(([name]) => name), 'team', []],
    );
    const named = built.warnings.map(({ text, file }) => [file, text.split('"')[1]]);
    assert.deepEqual(named.sort(), [
      ['federation.config.js', 'chunks'],
      ['federation.config.js', 'features.ignoreUnusedDeps'],
      ['federation.config.js', 'sharedMappings'],
      ['federation.config.js', 'shared[…].chunks'],
    ]);
  });
});
