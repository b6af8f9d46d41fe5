import { defineFederation } from 'federation-elements/build';

export default defineFederation({
  name: 'badge',
  exposes: { './Badge': { file: './src/badge.ts', element: 'kiln-badge' } },
});
