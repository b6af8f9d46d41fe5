// `npm run build`: what is published. Unbundled modules with types, and the bundles that a page can use as they are.
import { rmSync } from 'node:fs';
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
await makeBundles(`${root}dist`);
