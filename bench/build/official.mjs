// Native Federation's own way, as its documentation shows it.
import { runEsBuildBuilder } from '@softarc/native-federation-esbuild';

const [exposed] = process.argv.slice(2);
const federation = await runEsBuildBuilder('official.config.mjs', {
  outputPath: 'dist-official',
  tsConfig: 'tsconfig.json',
  entryPoints: [exposed],
});
await federation.close();
