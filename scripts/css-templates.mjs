import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';

/** Styles in a source: a template without expressions. */
const template = /\bcss`([^`$]+)`/g;

/**
 * Minifies the styles that our sources hold as text, which no bundler does: a plugin for esbuild.
 *
 * @returns {import('esbuild').Plugin}
 */
export function cssTemplates() {
  return {
    name: 'css-templates',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]components[\\/][\w-]+\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        if (!source.includes('css`')) return undefined;
        const minified = new Map();
        for (const [whole, css] of source.matchAll(template)) {
          const { code } = await transform(css, { loader: 'css', minify: true });
          minified.set(whole, `css\`${code.trim().replaceAll('\\', '\\\\')}\``);
        }
        return { contents: source.replace(template, (whole) => minified.get(whole)), loader: 'ts' };
      });
    },
  };
}
