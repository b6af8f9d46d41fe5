import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { bundleWithLazyFiles } from './lazy-files.mjs';
import { minifyAgain } from './minify-again.mjs';
import { root } from './run.mjs';

const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const banner = `/*! federation-elements ${version} | MIT */`;

/** Files that pages load by a script element, made of modules: that way each is smaller than as esbuild makes them. */
const classicScripts = ['federation.js', 'federation-thorough.js'];

/**
 * Makes the bundles that a page can use as they are: the classic script, its twin as a module, and what they load
 * lazily, each with its source map.
 *
 * @param {string} folder - Absolute.
 */
export async function makeBundles(folder) {
  const bundles = [
    { entryPoints: ['components/classic.ts'], outfile: `${folder}/federation.js` },
    { entryPoints: ['components/bundle.ts'], outfile: `${folder}/federation.mjs` },
  ];
  const files = await bundleWithLazyFiles(bundles, {
    absWorkingDir: root,
    minify: true,
    sourcemap: true,
    target: 'es2022',
    legalComments: 'none',
    format: 'esm',
    finish,
  });
  mkdirSync(folder, { recursive: true });
  for (const { path, text } of files) writeFileSync(path, text);
}

function finish(files) {
  const names = files.map(({ path }) => basename(path));
  // What others wrote stays as they published it.
  if (!names.every((name) => name.startsWith('federation'))) return files;
  return minifyAgain(files, banner, { isClassic: names.some((name) => classicScripts.includes(name)) });
}
