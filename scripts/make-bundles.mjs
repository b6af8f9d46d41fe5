import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { bundleWithLazyFiles } from './lazy-files.mjs';
import { minifyAgain } from './minify-again.mjs';
import { root } from './run.mjs';

const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

/**
 * Makes the bundles that a page can use as they are: the classic script, its twin as a module, and what they load
 * lazily, each with its source map.
 *
 * @param {string} folder - Absolute.
 */
export async function makeBundles(folder) {
  const bundles = [
    { entryPoints: ['components/classic.ts'], outfile: `${folder}/federation.js`, format: 'iife' },
    { entryPoints: ['components/bundle.ts'], outfile: `${folder}/federation.mjs`, format: 'esm' },
  ];
  const files = await bundleWithLazyFiles(bundles, {
    absWorkingDir: root,
    minify: true,
    sourcemap: true,
    target: 'es2022',
    legalComments: 'none',
    banner: { js: `/*! federation-elements ${version} | MIT */` },
    finish,
  });
  mkdirSync(folder, { recursive: true });
  for (const { path, text } of files) writeFileSync(path, text);
}

/** What others wrote stays as they published it. */
function finish(files, format) {
  const isOurs = files.every(({ path }) => basename(path).startsWith('federation'));
  return isOurs ? minifyAgain(files, { isModule: format === 'esm' }) : files;
}
