import { describeAdapter } from '../../test/browser/support/describe-adapter.js';
import { importFixture } from '../../test/browser/support/framework.js';
import { toMount } from './react.js';

const versions = [
  ['React 19', 'react', 'react-dom-client'],
  ['React 18', 'react-18', 'react-dom-client-18'],
] as const;

for (const [version, react, client] of versions) {
  describeAdapter(version, async () => {
    const { createReactCounter } = await importFixture('create-react-counter');
    const framework = { ...(await importFixture(react)), ...(await importFixture(client)) } as never;
    return toMount((createReactCounter as (react: object) => unknown)(framework), framework);
  });
}
