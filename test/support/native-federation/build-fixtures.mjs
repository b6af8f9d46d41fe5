// Builds the remote of test/fixtures/native-federation by each builder, and bundles the hosts of Native Federation.
// A process of its own, started in the remote's folder: that is where the official builder looks for the project.
import { rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { runEsBuildBuilder } from '@softarc/native-federation-esbuild';
import * as esbuild from 'esbuild';
import { build } from 'federation-elements/build';

const [outDir] = process.argv.slice(2);
await rm(outDir, { recursive: true, force: true });

await build({ root: '.', outDir: `${outDir}ours` });
for (const name of ['official', 'dense']) {
  const federation = await runEsBuildBuilder(`federation.config.${name}.mjs`, {
    outputPath: relative('.', `${outDir}${name}`),
    tsConfig: 'tsconfig.json',
    entryPoints: ['src/greeting.js'],
    // Kept results would be of an earlier version of the builder, or of the packages.
    cacheExternalArtifacts: false,
  });
  await federation.close();
}
// Classic scripts: in a page that has loaded a module, Firefox accepts no import map.
await esbuild.build({
  entryPoints: ['orchestrator', 'runtime'].map((name) => `../hosts/${name}.mjs`),
  outdir: `${outDir}hosts`,
  bundle: true,
  format: 'iife',
});
