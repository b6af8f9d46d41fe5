import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { cssTemplates } from './css-templates.mjs';
import { insertingThorough, thoroughEntry } from './thorough-script.mjs';

/**
 * Bundles each entry, and all that the entries load lazily as files of their own beside them.
 *
 * A classic script cannot be split, so whatever `import('./x.js')` names in the source becomes `federation-x.js`, which
 * is found beside the script. What may be needed before the page's first import map becomes
 * `federation-thorough.js`, a script that is inserted. Nothing is shared between these files: what must exist once is
 * handed over as an argument.
 *
 * @param entries - Options of esbuild for one file each, with `entryPoints` and `outfile`, all in one folder: `.mjs` becomes a
 *   module, `.js` a classic script.
 * @param options - Options for all of them; and `finish`, which is given the files of each and gives what is published.
 * @returns {Promise<{ path: string, text: string }[]>} The files, which are not written.
 */
export async function bundleWithLazyFiles(entries, { finish = (files) => files, ...options }) {
  const bundle = async (entry) => {
    const plugins = [...entry.plugins, cssTemplates()];
    const { outputFiles } = await build({ ...options, ...entry, bundle: true, write: false, plugins });
    return finish(outputFiles);
  };
  const folder = dirname(entries[0].outfile);
  const thorough = await bundle(thoroughEntry(folder));
  const { define, plugins } = insertingThorough(thorough.find(({ path }) => path.endsWith('.js')).text);
  const files = [thorough];
  const known = new Set();
  for (let next = entries; next.length > 0; ) {
    const found = new Map();
    const bundles = next.map((entry) => {
      const isClassic = next === entries && entry.outfile.endsWith('.js');
      return bundle({
        ...entry,
        define: { ...define, ...(isClassic && { 'import.meta.url': 'undefined' }) },
        plugins: [...plugins, lazyFilesPlugin(found, isClassic)],
      });
    });
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

/** In our sources; not where only a type is meant. */
const lazyImport = /(?<!typeof )\bimport\('(\.[^']+|es-module-shims)'\)/g;
const besideScript = fileURLToPath(new URL('../src/browser/beside-script.ts', import.meta.url));

/**
 * Leaves out of a bundle what it imports lazily, and notes what that was: the file to bundle, and its name.
 *
 * A classic script has to name the whole address: where it comes from another origin without CORS, browsers know
 * nothing that its imports could be relative to.
 */
function lazyFilesPlugin(found, isClassic) {
  const note = (path, folder) => {
    const isOurs = path.startsWith('.');
    const name = isOurs ? `federation-${basename(path)}` : `${path}.js`;
    found.set(isOurs ? resolve(folder, path.replace(/\.js$/, '.ts')) : path, name);
    return name;
  };
  return {
    name: 'lazy-files',
    setup({ onLoad, onResolve }) {
      if (isClassic) {
        onLoad({ filter: /\.ts$/ }, async ({ path }) => {
          const source = await readFile(path, 'utf8');
          const contents = source.replace(
            lazyImport,
            (_, specifier) => `import(besideScript('${note(specifier, dirname(path))}'))`,
          );
          if (contents === source) return undefined;
          return {
            contents: `import { besideScript } from ${JSON.stringify(besideScript)}; ${contents}`,
            loader: 'ts',
          };
        });
      }
      onResolve({ filter: /^(?:\.|es-module-shims$)/ }, ({ path, kind, resolveDir }) =>
        kind === 'dynamic-import' ? { path: `./${note(path, resolveDir)}`, external: true } : undefined,
      );
    },
  };
}
