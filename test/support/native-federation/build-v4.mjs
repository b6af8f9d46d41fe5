// Builds remotes with the official packages of version 4. Started in a copy of the remote's folder, beside which they are
// installed: what to build is the parameter, where to is the folder `out`.
import { writeFile } from 'node:fs/promises';
import { runEsBuildBuilder } from '@softarc/native-federation-esbuild';

for (const [name, options] of Object.entries(JSON.parse(process.argv[2]))) {
  const config = `federation.config.${name}.mjs`;
  await writeFile(
    config,
    `import { shareAll, withNativeFederation } from '@softarc/native-federation/config';
    export default withNativeFederation({
      name: '${name}',
      exposes: { './Greeting': './src/greeting.js' },
      shared: shareAll({ singleton: true, strictVersion: true, requiredVersion: 'auto' }),
      ...${JSON.stringify(options)},
    });`,
  );
  const federation = await runEsBuildBuilder(config, {
    outputPath: `out/${name}`,
    tsConfig: 'tsconfig.json',
    entryPoints: ['src/greeting.js'],
    dev: name === 'dev',
    // Kept results would be those of other options.
    cacheExternalArtifacts: false,
  });
  await federation.close();
}
