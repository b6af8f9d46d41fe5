import type { Plugin } from 'esbuild';
import type { BuildSettings } from './build-settings.js';
import { sharedNames, sharedOptions } from './shared-options.js';

/** The entry point of a project that exposes nothing. */
export const hostEntry = 'federation-host';

/**
 * Gives a host, which exposes nothing, a module that imports what it shares.
 *
 * The specifiers that the config names; with `'auto'` the main entry point of each dependency that has one.
 */
export function createHostPlugin(settings: BuildSettings): Plugin {
  const { shared, manifest, root } = settings;
  return {
    name: hostEntry,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${hostEntry}$`) }, () => ({
        path: hostEntry,
        namespace: hostEntry,
      }));
      build.onLoad({ filter: /.*/, namespace: hostEntry }, async () => {
        const found = shared === 'auto' ? Object.keys(manifest.dependencies ?? {}) : namesOfPatterns(settings);
        const named = shared === 'auto' ? [] : Object.keys(shared).filter((key) => !key.includes('*'));
        const specifiers = [...new Set([...named, ...(await withMainEntry(found))])].filter(
          (specifier) => sharedOptions(specifier, settings).provide ?? true,
        );
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

function namesOfPatterns({ shared, manifest }: BuildSettings): string[] {
  const patterns = Object.entries(shared).filter(([key]) => key.includes('*'));
  return [...sharedNames({ shared: Object.fromEntries(patterns), manifest })];
}
