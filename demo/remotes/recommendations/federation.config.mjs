import { defineFederation } from 'federation-elements/build';

export default defineFederation({
  name: 'recommendations',
  exposes: { './Recommendations': './src/mount-recommendations.ts' },
});
