// Native Federation's own way, watching.
import { runEsBuildBuilder } from '@softarc/native-federation-esbuild';

const [exposed] = process.argv.slice(2);
await runEsBuildBuilder('official.config.mjs', {
  outputPath: 'dist-official',
  tsConfig: 'tsconfig.json',
  entryPoints: [exposed],
  watch: true,
});
