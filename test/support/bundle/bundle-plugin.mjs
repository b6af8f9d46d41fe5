import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWithLazyFiles } from '../../../scripts/lazy-files.mjs';

/** What is bundled, by the folder in which it is served. */
const entries = new Map([
  ['/__runtime/', 'src/index.ts'],
  ['/__tags/', 'components/bundle.ts'],
]);

/**
 * The runtime without tags in `/__runtime/`, and with them in `/__tags/`, as pages get it: bundled, as a classic
 * script (global `federation`) and as a module, with what it loads lazily beside it.
 *
 * A page of the test runner has loaded modules before any test runs, so what a first import map does shows only in a
 * frame whose first script is this one.
 */
export function bundlePlugin() {
  const texts = new Map();
  return {
    name: 'bundle',
    async serve({ path }) {
      const entry = entries.get(path.replace(/[^/]*$/, ''));
      if (!entry) return undefined;
      if (!texts.has(entry)) texts.set(entry, bundle(entry));
      const body = (await texts.get(entry)).get(basename(path));
      return body === undefined ? undefined : { body, type: 'js' };
    },
  };
}

/** The text of each file, by its name. */
async function bundle(entry) {
  const bundles = [
    { entryPoints: [entry], outfile: 'out/federation.js', format: 'iife', globalName: 'federation' },
    { entryPoints: [entry], outfile: 'out/federation.mjs', format: 'esm' },
  ];
  const results = await bundleWithLazyFiles(bundles, {
    absWorkingDir: fileURLToPath(new URL('../../../', import.meta.url)),
    write: false,
    target: 'es2022',
  });
  return new Map(results.flatMap(({ outputFiles }) => outputFiles.map(({ path, text }) => [basename(path), text])));
}
