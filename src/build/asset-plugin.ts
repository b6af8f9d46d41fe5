import { basename, dirname, join } from 'node:path';
import type { ImportKind, Plugin } from 'esbuild';
import type { BuildSettings } from './build-settings.js';
import { assetEndings } from './bundler-options.js';
import { escapePattern } from './escape-pattern.js';
import { ownQuestion } from './own-question.js';

const assets = 'federation-asset';
const scriptKinds = new Set<ImportKind>(['import-statement', 'dynamic-import', 'require-call']);

/**
 * Gives a script that imports an image, a font or another file as it is the file's address.
 *
 * esbuild gives a path relative to the script, which a page would take for one relative to itself: here it becomes a
 * URL, so that the file is fetched from where the script came from.
 */
export function createAssetPlugin({ esbuild: { loader = {} } }: BuildSettings): Plugin {
  const endings = new Set([...assetEndings.map((ending) => `.${ending}`), ...Object.keys(loader)]);
  const files = [...endings].filter((ending) => (loader[ending] ?? 'file') === 'file');
  const filter = new RegExp(`(?:${files.map(escapePattern).join('|')})$`);
  return {
    name: 'federation-assets',
    setup(build) {
      build.onResolve({ filter }, async ({ path, kind, importer, namespace, resolveDir, pluginData }) => {
        if (pluginData === ownQuestion || !scriptKinds.has(kind)) return undefined;
        if (namespace === assets) return { path: join(resolveDir, path) };
        const resolved = await build.resolve(path, { kind, importer, namespace, resolveDir, pluginData: ownQuestion });
        if (resolved.errors.length > 0 || resolved.external || resolved.namespace !== 'file') return undefined;
        return { path: resolved.path, namespace: assets };
      });
      build.onLoad({ filter: /.*/, namespace: assets }, ({ path }) => ({
        // The path may end up in a source map, so it must be the same on every machine.
        contents: `import path from ${JSON.stringify(`./${basename(path)}`)};\nexport default new URL(path, import.meta.url).href;`,
        resolveDir: dirname(path),
        loader: 'js',
      }));
    },
  };
}
