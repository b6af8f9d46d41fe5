import { describeAdapter } from '../../test/browser/support/describe-adapter.js';
import { importFixture } from '../../test/browser/support/framework.js';
import { toMount } from './vue.js';

describeAdapter('Vue', async () => {
  const { default: Counter } = await importFixture('vue-counter');
  return toMount(Counter, { ...(await importFixture('vue')) } as never);
});
