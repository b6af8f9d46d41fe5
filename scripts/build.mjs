// `npm run build`: what is published. Unbundled modules with types, and the bundles that a page can use as they are.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { bundleWithLazyFiles } from './lazy-files.mjs';
import { minifyAgain } from './minify-again.mjs';
import { must, root } from './run.mjs';

const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

const entryPoints = ['components/bundle.ts'];
const bundles = [
  { entryPoints, outfile: 'dist/federation.js', format: 'iife', globalName: 'FederationElements' },
  { entryPoints, outfile: 'dist/federation.mjs', format: 'esm' },
];

// Files that no source makes any more must not be published, so all is made anew.
rmSync(`${root}dist`, { recursive: true, force: true });
await must(process.execPath, [
  'node_modules/.bin/tsc',
  '-b',
  '--force',
  'src',
  'src/build',
  'src/cli',
  'src/react',
  'components',
]);
await bundleWithLazyFiles(bundles, {
  absWorkingDir: root,
  minify: true,
  sourcemap: true,
  target: 'es2022',
  legalComments: 'none',
  // semver asks whether it runs in Node, to print what it does there.
  define: { process: 'undefined' },
  banner: { js: `/*! federation-elements ${version} | MIT */` },
});
for (const name of readdirSync(`${root}dist`).filter((file) => /^federation.*\.m?js$/.test(file))) {
  await minifyAgain(`${root}dist/${name}`, { isModule: name !== 'federation.js' });
}
