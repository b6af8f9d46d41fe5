import { describeAdapter } from '../../test/browser/support/describe-adapter.js';
import { importFixture } from '../../test/browser/support/framework.js';
import { toMount } from './svelte.js';

describeAdapter('Svelte', async () => {
  const { default: Counter } = await importFixture('svelte-counter');
  return toMount(Counter, {
    ...(await importFixture('svelte')),
    ...(await importFixture('svelte-reactivity')),
  } as never);
});
