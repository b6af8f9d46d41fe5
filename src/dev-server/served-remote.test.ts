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

  it('declares types when somebody asks for them, as the sources are then', async () => {
    const { root, write } = await createProject({
      packages: { typescript: '7.0.2' },
      files: {
        'federation.config.js':
          "export default { name: 'cart', exposes: { './Cart': './cart.ts', './style': './a.css' }, types: true };",
        'cart.ts': "export * from './number.js';",
        'number.ts': 'export const number = 1;',
        'a.css': '',
      },
    });
    let wake = (): void => {};
    const remote = new ServedRemote({ root, path: '/', onBuild: () => wake() });
    await remote.start();
    const read = async (path: string): Promise<string> => Buffer.from((await remote.find(path)) ?? []).toString();
    const { exposes } = JSON.parse(await read('/remoteEntry.json'));
    assert.deepEqual(
      exposes.map(({ types }: { types?: string }) => types),
      ['types/Cart.d.ts', undefined],
    );
    assert.match(await read('/types/Cart.d.ts'), /modules\/number\.js/);
    assert.match(await read('/types/modules/number.d.ts'), /number = 1/);
    assert.equal(await remote.find('/types/gone.d.ts'), undefined);
    const built = new Promise<void>((resolve) => {
      wake = resolve;
    });
    await write({ 'number.ts': 'export const number = 2;' });
    await built;
    assert.match(await read('/types/modules/number.d.ts'), /number = 2/);
    await remote.stop();
  });
});
