import { basename } from 'node:path';
import { minify } from 'terser';

/**
 * Minifies a file that esbuild has bundled and minified once more, its source map along with it.
 *
 * esbuild renames and shortens; terser besides inlines what is used once and joins what belongs together, across the
 * files of a bundle. Neither alone comes as far.
 *
 * @param {{ path: string, text: string }[]} files - The file, a module, and its map, as esbuild gives them.
 * @param {string} banner - A comment for its first line.
 * @param {{ isClassic?: boolean }} [kind] - Whether it is to become a classic script, without a global name.
 * @returns {Promise<{ path: string, text: string }[]>} The same files, smaller.
 */
export async function minifyAgain(files, banner, { isClassic = false } = {}) {
  const script = files.find(({ path }) => !path.endsWith('.map'));
  const sourceMap = files.find(({ path }) => path.endsWith('.map'));
  const { code, map } = await minify(script.text, {
    ecma: 2022,
    module: true,
    enclose: isClassic,
    compress: { passes: 2, hoist_funs: true, lhs_constants: false, keep_fargs: false },
    format: { preamble: isClassic ? `${banner}\n"use strict";` : banner },
    sourceMap: { content: sourceMap.text, url: basename(sourceMap.path) },
  });
  return [
    { path: script.path, text: code },
    { path: sourceMap.path, text: map },
  ];
}
