import { basename, dirname, resolve } from 'node:path';
import { build } from 'esbuild';
import { cssTemplates } from './css-templates.mjs';
import { insertingThorough, thoroughEntry } from './thorough-script.mjs';

/**
 * Bundles each entry, and all that the entries load lazily as files of their own beside them.
 *
 * A classic script cannot be split, so whatever `import('./x.js')` names in the source becomes `federation-x.js`, which
 * `import()` finds relative to the script. What may be needed before the page's first import map becomes
 * `federation-thorough.js`, a script that is inserted. Nothing is shared between these files: what must exist once is
 * handed over as an argument.
 *
 * @param entries - Options of esbuild for one file each, with `entryPoints` and `outfile`, all in one folder.
 * @param options - Options for all of them; and `finish`, which is given the files of each and gives what is published.
 * @returns {Promise<{ path: string, text: string }[]>} The files, which are not written.
 */
export async function bundleWithLazyFiles(entries, { finish = (files) => files, ...options }) {
  const bundle = async ({ plugins = [], define, ...entry }, inserted = {}) => {
    const { outputFiles } = await build({
      ...options,
      ...inserted,
      ...entry,
      bundle: true,
      write: false,
      define: { ...inserted.define, ...define },
      plugins: [...plugins, ...(inserted.plugins ?? []), cssTemplates()],
    });
    return finish(outputFiles);
  };
  const folder = dirname(entries[0].outfile);
  const thorough = await bundle(thoroughEntry(folder));
  const inserting = insertingThorough(thorough.find(({ path }) => path.endsWith('.js')).text);
  const files = [thorough];
  const known = new Set();
  for (let next = entries; next.length > 0; ) {
    const found = new Map();
    const bundles = next.map((entry) => bundle({ ...entry, plugins: [lazyFilesPlugin(found)] }, inserting));
    files.push(...(await Promise.all(bundles)));
    next = [...found]
      .filter(([source]) => !known.has(source))
      .map(([source, name]) => {
        known.add(source);
        return { entryPoints: [source], outfile: `${folder}/${name}`, format: 'esm' };
      });
  }
  return files.flat();
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
