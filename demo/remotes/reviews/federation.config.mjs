import { defineFederation } from 'federation-elements/build';

export default defineFederation({
  name: 'reviews',
  exposes: { './Reviews': './src/lifecycles.tsx' },
});
