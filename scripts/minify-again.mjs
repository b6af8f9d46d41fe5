import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { minify } from 'terser';

/**
 * Minifies a file that esbuild has bundled and minified once more, in place, its source map along with it.
 *
 * esbuild renames and shortens; terser besides inlines what is used once and joins what belongs together, across the
 * files of a bundle. Neither alone comes as far.
 *
 * @param {string} file - Its map lies beside it, as `file.map`.
 * @param {{ isModule: boolean }} kind - A classic script keeps its global names.
 */
export async function minifyAgain(file, { isModule }) {
  const { code, map } = await minify(readFileSync(file, 'utf8'), {
    ecma: 2022,
    module: isModule,
    compress: { passes: 3 },
    sourceMap: { content: readFileSync(`${file}.map`, 'utf8'), url: `${basename(file)}.map` },
  });
  writeFileSync(file, code);
  writeFileSync(`${file}.map`, map);
}
