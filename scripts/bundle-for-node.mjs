import { build } from 'esbuild';
import { root } from './run.mjs';

/**
 * Makes what runs in Node: the command line, the builder and the development server, in a few files that share what
 * they have in common.
 *
 * Node needs longer to find and read a hundred small modules than most builds take.
 *
 * @param {string} folder - Absolute.
 */
export async function bundleForNode(folder) {
  await build({
    absWorkingDir: root,
    entryPoints: {
      federation: 'src/cli/federation.ts',
      build: 'src/build/index.ts',
      'dev-server': 'src/dev-server/index.ts',
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
}
