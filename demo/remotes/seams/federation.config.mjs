import { defineFederation } from 'federation-elements/build';

export default defineFederation({
  name: 'seams',
  exposes: { './Seams': './src/mount-seams.ts' },
});
