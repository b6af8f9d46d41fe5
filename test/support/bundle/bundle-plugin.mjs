import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { lazyFilesPlugin } from '../../../scripts/lazy-files.mjs';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const shims = new URL('../../../node_modules/es-module-shims/dist/es-module-shims.js', import.meta.url);

const bundles = {
  '/__runtime/federation.js': { entryPoints: ['src/index.ts'], format: 'iife', globalName: 'federation' },
  '/__runtime/federation.mjs': { entryPoints: ['src/index.ts'], format: 'esm' },
  '/__runtime/federation-rescue.js': { entryPoints: ['src/browser/rescue-loader.ts'], format: 'esm' },
};

/**
 * The runtime without tags as pages get it: bundled, as a classic script (global `federation`) and as a module, with
 * what it loads lazily beside it.
 *
 * A page of the test runner has loaded modules before any test runs, so what a first import map does shows only in a
 * frame whose first script is this one.
 */
export function bundlePlugin() {
  const texts = new Map();
  return {
    name: 'bundle',
    async serve({ path }) {
      if (path === '/__runtime/es-module-shims.js') return { body: await readFile(shims, 'utf8'), type: 'js' };
      if (!bundles[path]) return undefined;
      if (!texts.has(path)) texts.set(path, bundle(bundles[path]));
      return { body: await texts.get(path), type: 'js' };
    },
  };
}

async function bundle(options) {
  const { outputFiles } = await build({
    ...options,
    absWorkingDir: repository,
    bundle: true,
    write: false,
    target: 'es2022',
    plugins: [lazyFilesPlugin],
  });
  return outputFiles[0].text;
}
