import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWithLazyFiles } from '../../../scripts/lazy-files.mjs';

const entryPoints = ['src/index.ts'];
const bundles = [
  { entryPoints, outfile: 'out/federation.js', format: 'iife', globalName: 'federation' },
  { entryPoints, outfile: 'out/federation.mjs', format: 'esm' },
];

/**
 * The runtime without tags as pages get it: bundled, as a classic script (global `federation`) and as a module, with
 * what it loads lazily beside it.
 *
 * A page of the test runner has loaded modules before any test runs, so what a first import map does shows only in a
 * frame whose first script is this one.
 */
export function bundlePlugin() {
  let texts;
  return {
    name: 'bundle',
    async serve({ path }) {
      if (!path.startsWith('/__runtime/')) return undefined;
      texts ??= bundle();
      const body = (await texts).get(basename(path));
      return body === undefined ? undefined : { body, type: 'js' };
    },
  };
}

/** The text of each file, by its name. */
async function bundle() {
  const results = await bundleWithLazyFiles(bundles, {
    absWorkingDir: fileURLToPath(new URL('../../../', import.meta.url)),
    write: false,
    target: 'es2022',
  });
  return new Map(results.flatMap(({ outputFiles }) => outputFiles.map(({ path, text }) => [basename(path), text])));
}
