import type { Plugin } from 'esbuild';
import type { BuildSettings } from './build-settings.js';

/** The entry point of a project that exposes nothing. */
export const hostEntry = 'federation-host';

/**
 * Gives a host, which exposes nothing, a module that imports what it shares.
 *
 * The specifiers that the config names; with `'auto'` the main entry point of each dependency that has one.
 */
export function createHostPlugin({ shared, manifest, root }: BuildSettings): Plugin {
  return {
    name: hostEntry,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${hostEntry}$`) }, () => ({
        path: hostEntry,
        namespace: hostEntry,
      }));
      build.onLoad({ filter: /.*/, namespace: hostEntry }, async () => {
        const named = shared === 'auto' ? Object.keys(manifest.dependencies ?? {}) : Object.keys(shared);
        const specifiers = shared === 'auto' ? await withMainEntry(named) : named;
        const contents = specifiers.map((specifier) => `import ${JSON.stringify(specifier)};`).join('\n');
        return { contents, resolveDir: root, loader: 'js' };
      });

      const withMainEntry = async (names: readonly string[]): Promise<string[]> => {
        const found = await Promise.all(
          names.map((name) =>
            build.resolve(name, { kind: 'import-statement', resolveDir: root, pluginData: hostEntry }),
          ),
        );
        return names.filter((_, index) => found[index]?.errors.length === 0);
      };
    },
  };
}
