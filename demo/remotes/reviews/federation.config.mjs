import { defineFederation } from 'federation-elements/build';

export default defineFederation({
  name: 'reviews',
  exposes: { './Reviews': './src/lifecycles.tsx' },
  // As text, for the module to put where it is mounted.
  esbuild: { loader: { '.css': 'text' } },
});
