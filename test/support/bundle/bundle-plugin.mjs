import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const shims = new URL('../../../node_modules/es-module-shims/dist/es-module-shims.js', import.meta.url);

const formats = { '/__runtime/federation.js': 'iife', '/__runtime/federation.mjs': 'esm' };

/**
 * The runtime without tags as pages get it: bundled, as a classic script (global `federation`) and as a module, with
 * es-module-shims beside it.
 *
 * A page of the test runner has loaded modules before any test runs, so what a first import map does shows only in a
 * frame whose first script is this one.
 */
export function bundlePlugin() {
  const bundles = new Map();
  return {
    name: 'bundle',
    async serve({ path }) {
      if (path === '/__runtime/es-module-shims.js') return { body: await readFile(shims, 'utf8'), type: 'js' };
      const format = formats[path];
      if (!format) return undefined;
      if (!bundles.has(path)) bundles.set(path, bundle(format));
      return { body: await bundles.get(path), type: 'js' };
    },
  };
}

async function bundle(format) {
  const { outputFiles } = await build({
    absWorkingDir: repository,
    entryPoints: ['src/index.ts'],
    bundle: true,
    write: false,
    format,
    globalName: 'federation',
    target: 'es2022',
    // In a classic script the address of the script stands in for it: see own-script.ts.
    logOverride: { 'empty-import-meta': 'silent' },
  });
  return outputFiles[0].text;
}
