import { describeAdapter } from '../../test/browser/support/describe-adapter.js';
import { importFixture } from '../../test/browser/support/framework.js';
import { toMount } from './angular.js';

describeAdapter('Angular', async () => {
  const core = await importFixture('angular-core');
  const { default: Counter } = await importFixture('angular-counter');
  return toMount(Counter, { ...core, ...(await importFixture('angular-platform-browser')) } as never);
});
