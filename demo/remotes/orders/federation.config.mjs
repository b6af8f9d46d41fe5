import { defineFederation } from 'federation-elements/build';

export default defineFederation({
  name: 'orders',
  exposes: { './Orders': { file: './src/orders.ts', element: 'kiln-orders' } },
});
