import { readdirSync, readFileSync } from 'node:fs';
import { bundleWithLazyFiles } from './lazy-files.mjs';
import { minifyAgain } from './minify-again.mjs';
import { root } from './run.mjs';

const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const entryPoints = ['components/bundle.ts'];

/**
 * Makes the bundles that a page can use as they are: the classic script, its twin as a module, and what they load
 * lazily, each with its source map.
 *
 * @param {string} folder - Absolute.
 */
export async function makeBundles(folder) {
  const bundles = [
    { entryPoints, outfile: `${folder}/federation.js`, format: 'iife', globalName: 'FederationElements' },
    { entryPoints, outfile: `${folder}/federation.mjs`, format: 'esm' },
  ];
  await bundleWithLazyFiles(bundles, {
    absWorkingDir: root,
    minify: true,
    sourcemap: true,
    target: 'es2022',
    legalComments: 'none',
    banner: { js: `/*! federation-elements ${version} | MIT */` },
  });
  for (const name of readdirSync(folder).filter((file) => /^federation.*\.m?js$/.test(file))) {
    await minifyAgain(`${folder}/${name}`, { isModule: name !== 'federation.js' });
  }
}
