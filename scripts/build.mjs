// `npm run build`: what is published. Unbundled modules with types, and the bundles that a page can use as they are.
import { readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { must, root } from './run.mjs';

const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

/** Files that most pages never need stay files of their own, beside the bundle, and are fetched when needed. */
const separateFiles = {
  './rescue-loader.js': './federation-rescue.js',
  'es-module-shims': './es-module-shims.js',
};

const separate = {
  name: 'separate',
  setup({ onResolve }) {
    onResolve({ filter: /rescue-loader\.js$|^es-module-shims$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: separateFiles[path], external: true } : undefined,
    );
  },
};

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  sourcemap: true,
  target: 'es2022',
  legalComments: 'none',
  plugins: [separate],
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

// Files that no source makes any more must not be published; the types of a project are not made again when it is unchanged.
rmSync(`${root}dist`, { recursive: true, force: true });
rmSync(`${root}node_modules/.cache/types`, { recursive: true, force: true });
await must(process.execPath, ['node_modules/.bin/tsc', '-b', 'src', 'src/build', 'src/cli', 'components']);
await Promise.all(bundles.map((bundle) => build({ ...shared, ...bundle })));
