// As build-v4.mjs, with the official packages of version 3, which have another API.
import { mkdir, writeFile } from 'node:fs/promises';
import { federationBuilder } from '@softarc/native-federation/build.js';
import { esBuildAdapter } from '@softarc/native-federation-esbuild';

for (const [name, options] of Object.entries(JSON.parse(process.argv[2]))) {
  const config = `federation.config.${name}.cjs`;
  await writeFile(
    config,
    `const { shareAll, withNativeFederation } = require('@softarc/native-federation/build');
    module.exports = withNativeFederation({
      name: '${name}',
      exposes: { './Greeting': './src/greeting.js' },
      shared: shareAll({ singleton: true, strictVersion: true, requiredVersion: 'auto' }),
      features: { ignoreUnusedDeps: true },
      ...${JSON.stringify(options)},
    });`,
  );
  // It does not make the folder.
  await mkdir(`out/${name}`, { recursive: true });
  await federationBuilder.init({
    options: {
      workspaceRoot: process.cwd(),
      outputPath: `out/${name}`,
      tsConfig: 'tsconfig.json',
      federationConfig: config,
      entryPoint: 'src/greeting.js',
      dev: name === 'v3-dev',
      // Where its development server would tell of builds; the tests have none.
      buildNotifications: { enable: true, endpoint: '/@angular-architects/native-federation:build-notifications' },
    },
    adapter: esBuildAdapter,
  });
  await federationBuilder.build();
}
