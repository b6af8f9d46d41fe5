import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createProject } from '../../test/node/support/create-project.js';
import type { WatchedBuild } from '../build/watch.js';
import { ServedRemote } from './served-remote.js';

describe('a remote that is served', () => {
  it('lets requests wait for the first build, keeps the files of earlier ones, and stops', async () => {
    const { root, write } = await createProject({
      files: {
        'federation.config.js': "export default { name: 'cart', exposes: { './Cart': './cart.js' } };",
        'cart.js': 'export const number = 1;',
      },
    });
    const builds: WatchedBuild[] = [];
    let wake = (): void => {};
    const remote = new ServedRemote({
      root,
      path: '/cart/',
      onBuild(built) {
        builds.push(built);
        wake();
      },
    });
    const early = remote.find('/cart/remoteEntry.json');
    await remote.start();
    assert.equal(JSON.parse(Buffer.from((await early) ?? []).toString()).name, 'cart');
    const built = new Promise<void>((resolve) => {
      wake = resolve;
    });
    await write({ 'cart.js': 'export const number = 2;' });
    await built;
    for (const { result } of builds) {
      const [exposed] = result?.entry.exposes ?? [];
      assert.ok(await remote.find(`/cart/${exposed?.outFileName}`));
    }
    assert.equal(await remote.find('/elsewhere/remoteEntry.json'), undefined);
    assert.equal(remote.greeting, undefined);
    await remote.stop();
    await write({ 'cart.js': 'export const number = 3;' });
    assert.equal(builds.length, 2);
  });
});
