import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

const sources = fileURLToPath(new URL('../src/browser/thorough/', import.meta.url));

/**
 * What esbuild makes the thorough script of: a classic script, unless it is told to make a module.
 *
 * Its errors are those of the page: each must be an instance of the one class that the page knows.
 *
 * @param {string} folder - Where the bundles are that insert it.
 */
export function thoroughEntry(folder) {
  return {
    entryPoints: [`${sources}thorough-script.ts`],
    outfile: `${folder}/federation-thorough.js`,
    plugins: [replace(/^\..*\/errors\.js$/, 'given-errors.ts')],
  };
}

/**
 * What the bundles need that insert it: instead of importing it as a module they insert this very text, no other.
 *
 * @param {string} text - The thorough script as it is published.
 */
export function insertingThorough(text) {
  const hash = createHash('sha384').update(text).digest('base64');
  return {
    define: { thoroughIntegrity: JSON.stringify(`sha384-${hash}`) },
    plugins: [replace(/\/import-thorough\.js$/, 'insert-thorough.ts')],
  };
}

/** Bundles one module in the place of another. */
function replace(specifier, file) {
  return {
    name: `replace-by-${file}`,
    setup({ onResolve }) {
      onResolve({ filter: specifier }, () => ({ path: sources + file }));
    },
  };
}
