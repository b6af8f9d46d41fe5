// `npm run build`: what is published. Unbundled modules with types, the bundles that a page can use as they are, and the
// command line with what else runs in Node.
import { rmSync } from 'node:fs';
import { bundleForNode } from './bundle-for-node.mjs';
import { makeBundles } from './make-bundles.mjs';
import { must, root } from './run.mjs';

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
await Promise.all([makeBundles(`${root}dist`), bundleForNode(`${root}dist/node`)]);
