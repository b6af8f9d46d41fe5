import type * as Esbuild from 'esbuild';
import type { BuildSettings } from '../build-settings.js';
import { esbuild } from '../esbuild.js';

/** A name that stands in a file. */
export interface NamedImport {
  readonly specifier: string;
  /** Absolute folder of the file. */
  readonly folder: string;
}

/**
 * Finds the files that names mean to the bundler: the `paths` of a tsconfig.json, the `imports` of a package.json, aliases.
 *
 * @returns One for each name, absolute; `undefined` for what leads nowhere, or into a package that is installed.
 */
export async function resolveAliases(
  named: readonly NamedImport[],
  { root, mode, esbuild: options }: Pick<BuildSettings, 'root' | 'mode' | 'esbuild'>,
): Promise<(string | undefined)[]> {
  if (named.length === 0) return [];
  let found: (string | undefined)[] = [];
  const { alias, tsconfig, tsconfigRaw, conditions = [] } = options;
  const plugin: Esbuild.Plugin = {
    name: 'federation-aliases',
    setup(build) {
      build.onStart(async () => {
        found = await Promise.all(named.map((one) => resolveAlias(build, one)));
      });
    },
  };
  await esbuild.build({
    stdin: { contents: '', resolveDir: root },
    write: false,
    bundle: true,
    platform: 'browser',
    logLevel: 'silent',
    absWorkingDir: root,
    conditions: [...conditions, 'types', mode, 'module'],
    resolveExtensions: ['.ts', '.tsx', '.d.ts', '.mts', '.d.mts', '.js', '.jsx', '.mjs'],
    ...(alias && { alias }),
    ...(tsconfig !== undefined && { tsconfig }),
    ...(tsconfigRaw !== undefined && { tsconfigRaw }),
    plugins: [plugin],
  });
  return found;
}

async function resolveAlias(
  build: Esbuild.PluginBuild,
  { specifier, folder }: NamedImport,
): Promise<string | undefined> {
  const { errors, external, namespace, path } = await build.resolve(specifier, {
    kind: 'import-statement',
    resolveDir: folder,
  });
  const isOwn = errors.length === 0 && !external && namespace === 'file' && !/[\\/]node_modules[\\/]/.test(path);
  return isOwn ? path : undefined;
}
