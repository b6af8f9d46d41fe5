// `npm run build`: what is published. Unbundled modules with types, and the bundles that a page can use as they are.
import { readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { lazyFilesPlugin } from './lazy-files.mjs';
import { must, root } from './run.mjs';

const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  sourcemap: true,
  target: 'es2022',
  legalComments: 'none',
  plugins: [lazyFilesPlugin],
  banner: { js: `/*! federation-elements ${version} | MIT */` },
};

const bundles = [
  {
    entryPoints: ['components/bundle.ts'],
    outfile: 'dist/federation.js',
    format: 'iife',
    globalName: 'FederationElements',
  },
  { entryPoints: ['components/bundle.ts'], outfile: 'dist/federation.mjs', format: 'esm' },
  { entryPoints: ['src/browser/rescue-loader.ts'], outfile: 'dist/federation-rescue.js', format: 'esm' },
  { entryPoints: ['es-module-shims'], outfile: 'dist/es-module-shims.js', format: 'esm', banner: {} },
];

// Files that no source makes any more must not be published, so all is made anew.
rmSync(`${root}dist`, { recursive: true, force: true });
await must(process.execPath, ['node_modules/.bin/tsc', '-b', '--force', 'src', 'src/build', 'src/cli', 'components']);
await Promise.all(bundles.map((bundle) => build({ ...shared, ...bundle })));
