import { basename } from 'node:path';
import { minify } from 'terser';

/**
 * Minifies a file that esbuild has bundled and minified once more, its source map along with it.
 *
 * esbuild renames and shortens; terser besides inlines what is used once and joins what belongs together, across the
 * files of a bundle. Neither alone comes as far.
 *
 * @param {{ path: string, text: string }[]} files - The file and its map, as esbuild gives them.
 * @param {{ isModule: boolean }} kind - A classic script keeps its global names.
 * @returns {Promise<{ path: string, text: string }[]>} The same files, smaller.
 */
export async function minifyAgain(files, { isModule }) {
  const script = files.find(({ path }) => !path.endsWith('.map'));
  const sourceMap = files.find(({ path }) => path.endsWith('.map'));
  const { code, map } = await minify(script.text, {
    ecma: 2022,
    module: isModule,
    compress: { passes: 3 },
    sourceMap: { content: sourceMap.text, url: basename(sourceMap.path) },
  });
  return [
    { path: script.path, text: code },
    { path: sourceMap.path, text: map },
  ];
}
