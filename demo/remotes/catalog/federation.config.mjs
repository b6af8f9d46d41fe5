import { defineFederation } from 'federation-elements/build';

export default defineFederation({
  name: 'catalog',
  exposes: { './Catalog': { file: './src/catalog.ts', element: 'kiln-catalog' } },
});
