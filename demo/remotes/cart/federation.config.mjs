import { defineFederation } from 'federation-elements/build';

export default defineFederation({
  name: 'cart',
  exposes: { './Cart': './src/mount-cart.tsx' },
});
