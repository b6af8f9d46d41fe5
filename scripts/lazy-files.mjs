import { basename, dirname, isAbsolute, resolve } from 'node:path';
import { build } from 'esbuild';
import { cssTemplates } from './css-templates.mjs';

/**
 * Bundles each entry, and all that the entries import lazily as files of their own beside them.
 *
 * A classic script cannot be split, so whatever `import('./x.js')` names in the source becomes `federation-x.js`, which
 * `import()` finds relative to the script. Nothing is shared between these files: what must exist once is handed over
 * as an argument.
 *
 * @param entries - Options of esbuild for one file each, with `entryPoints` and `outfile`.
 * @param options - Options for all of them.
 * @returns The results of the builds.
 */
export async function bundleWithLazyFiles(entries, options) {
  const known = new Set();
  const results = [];
  for (let next = entries; next.length > 0; ) {
    const found = new Map();
    const bundles = next.map((entry) =>
      build({ ...options, ...entry, bundle: true, plugins: [lazyFilesPlugin(found), cssTemplates()] }),
    );
    results.push(...(await Promise.all(bundles)));
    const folder = dirname(next[0].outfile);
    next = [...found]
      .filter(([source]) => !known.has(source))
      .map(([source, name]) => {
        known.add(source);
        // What others wrote does not get our banner.
        return {
          entryPoints: [source],
          outfile: `${folder}/${name}`,
          format: 'esm',
          ...(!isAbsolute(source) && { banner: {} }),
        };
      });
  }
  return results;
}

/** Leaves out of a bundle what it imports lazily, and notes what that was: the file to bundle, and its name. */
function lazyFilesPlugin(found) {
  return {
    name: 'lazy-files',
    setup({ onResolve }) {
      onResolve({ filter: /^(?:\.|es-module-shims$)/ }, ({ path, kind, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const isOurs = path.startsWith('.');
        const name = isOurs ? `federation-${basename(path)}` : `${path}.js`;
        found.set(isOurs ? resolve(resolveDir, path.replace(/\.js$/, '.ts')) : path, name);
        return { path: `./${name}`, external: true };
      });
    },
  };
}
