import type { BuildSettings } from './build-settings.js';
import { createBundlerOptions } from './bundler-options.js';
import { esbuild } from './esbuild.js';

/**
 * Leads specifiers to files as esbuild would, with the conditions, aliases and paths of the project, and without plugins.
 *
 * @param folder - Where they are imported.
 * @returns By specifier; what leads to no file is left out.
 */
export async function resolveSpecifiers(
  specifiers: Iterable<string>,
  folder: string,
  settings: BuildSettings,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const none = { own: undefined, folder: '', entryPoints: new Map<string, string>() };
  const { entryPoints, plugins, ...options } = createBundlerOptions(none, settings, []);
  await esbuild.build({
    ...options,
    stdin: { contents: '', resolveDir: folder },
    plugins: [
      {
        name: 'federation-resolve',
        setup(build) {
          build.onStart(async () => {
            const resolve = async (specifier: string): Promise<void> => {
              const question = { kind: 'import-statement', resolveDir: folder } as const;
              const { errors, external, namespace, path } = await build.resolve(specifier, question);
              if (errors.length === 0 && !external && namespace === 'file') found.set(specifier, path);
            };
            await Promise.all([...specifiers].map(resolve));
          });
        },
      },
    ],
  });
  return found;
}
