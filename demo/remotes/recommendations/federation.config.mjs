import { defineFederation } from 'federation-elements/build';

export default defineFederation({
  name: 'recommendations',
  exposes: { './Recommendations': './src/mount-recommendations.ts' },
  // As text, for the module to put where it is mounted.
  esbuild: { loader: { '.css': 'text' } },
});
