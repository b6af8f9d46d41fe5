import { basename, dirname, join } from 'node:path';
import type { ImportKind, Plugin } from 'esbuild';
import type { BuildSettings } from './build-settings.js';
import { assetEndings } from './bundler-options.js';
import { escapePattern } from './escape-pattern.js';
import { resolveFile } from './resolve-file.js';

/** Namespace of the scripts that give addresses of files. */
export const assets = 'federation-asset';
const scriptKinds = new Set<ImportKind>(['entry-point', 'import-statement', 'dynamic-import', 'require-call']);

/**
 * Gives who imports an image, a font or another file as it is, be it a script or a page that loads it as an exposed
 * module, the file's address.
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
      build.onResolve({ filter }, async (question) => {
        if (!scriptKinds.has(question.kind)) return undefined;
        if (question.namespace === assets) return { path: join(question.resolveDir, question.path) };
        const resolved = await resolveFile(build, question);
        return resolved && { path: resolved.path, namespace: assets };
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
