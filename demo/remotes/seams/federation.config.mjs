import { defineFederation } from 'federation-elements/build';

export default defineFederation({
  name: 'seams',
  exposes: { './Seams': './src/mount-seams.ts' },
  // As text, for the module to put where it is mounted.
  esbuild: { loader: { '.css': 'text' } },
});
