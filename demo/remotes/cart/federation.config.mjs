import { defineFederation } from 'federation-elements/build';

export default defineFederation({
  name: 'cart',
  exposes: { './Cart': './src/mount-cart.tsx' },
  // As text, for the module to put where it is mounted.
  esbuild: { loader: { '.css': 'text' } },
});
