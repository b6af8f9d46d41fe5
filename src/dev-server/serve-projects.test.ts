import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { createProject, type Files } from '../../test/node/support/create-project.js';
import type { BuildError } from '../build/build-error.js';
import { type ServedProjects, type ServeOptions, serveProjects } from './serve-projects.js';

const remote = (name: string): Files => ({
  [`${name}/federation.config.js`]: `export default { name: 'the-${name}', exposes: { './Main': './main.js' } };`,
  [`${name}/main.js`]: 'export const mount = () => {};',
});
const shell = { 'shell/index.html': '<!doctype html><html><head lang="en"><title>Shop</title></head></html>' };

async function serve(
  files: Files,
  folders: readonly string[],
  see: (served: ServedProjects, root: string, write: (more: Files) => Promise<void>) => Promise<void>,
  options: ServeOptions = {},
): Promise<void> {
  const { root, write } = await createProject({ files });
  const served = await serveProjects(
    folders.map((folder) => `${root}/${folder}`),
    { port: 0, ...options },
  );
  try {
    await see(served, root, write);
  } finally {
    await served.close();
  }
}

/** A port that was free a moment ago. */
async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const codeOf = async (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(
    () => undefined,
    (error: BuildError) => error.code,
  );

describe('folders that are served', () => {
  it('have a port each: remotes with their entry, pages with a manifest of them and with the script of the tags', async () => {
    await serve({ ...shell, ...remote('cart'), ...remote('badge') }, ['shell', 'cart', 'badge'], async (served) => {
      const { projects, manifest } = served;
      const [page, cart, badge] = projects;
      assert.equal(new Set(projects.map(({ origin }) => origin)).size, 3);
      assert.deepEqual([page?.name, cart?.name, badge?.name], [undefined, 'the-cart', 'the-badge']);
      assert.deepEqual(manifest, {
        'the-cart': `${cart?.origin}/remoteEntry.json`,
        'the-badge': `${badge?.origin}/remoteEntry.json`,
      });
      const given = await fetch(`${page?.origin}/federation.manifest.json`);
      assert.deepEqual(await given.json(), manifest);
      const { port } = new URL(page?.origin ?? '');
      const byNumber = await fetch(`http://127.0.0.1:${port}/federation.manifest.json`);
      assert.equal(
        ((await byNumber.json()) as Record<string, string>)['the-cart']?.startsWith('http://127.0.0.1:'),
        true,
      );
      for (const address of Object.values(manifest)) assert.equal((await fetch(address)).status, 200);
    });
  });

  it('give no page a manifest before all remotes are in it', async () => {
    const config = "await globalThis.isAsked; export default { name: 'the-cart', exposes: { './Main': './main.js' } };";
    const { root } = await createProject({
      files: { ...shell, ...remote('cart'), 'cart/federation.config.js': config },
    });
    let goOn = (): void => {};
    const isAsked = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    Object.assign(globalThis, { isAsked });
    const port = await findFreePort();
    const page = `http://localhost:${port}/`;
    const serving = serveProjects([`${root}/shell`, `${root}/cart`], { port });
    try {
      while (!(await fetch(page).catch(() => undefined))) await setTimeout(10);
      const early = fetch(`${page}federation.manifest.json`).then((response) => response.json());
      // Whoever answers this has heard of the other one.
      await fetch(page);
      goOn();
      assert.deepEqual(await early, (await serving).manifest);
    } finally {
      goOn();
      await (await serving).close();
    }
  });

  it('keep a manifest of their own', async () => {
    const files = { ...shell, ...remote('cart'), 'shell/federation.manifest.json': { mine: '/mine.json' } };
    await serve(files, ['shell', 'cart'], async ({ projects }) => {
      const given = await fetch(`${projects[0]?.origin}/federation.manifest.json`);
      assert.deepEqual(await given.json(), { mine: '/mine.json' });
    });
  });

  it('may be a remote and a page at once, or a host: remotes are in the manifest, hosts are not', async () => {
    const page = '<!doctype html><title>Alone</title>';
    const files = {
      ...remote('cart'),
      'cart/index.html': page,
      'host/federation.config.js': "export default { name: 'host' };",
      'host/index.html': page,
    };
    await serve(files, ['cart', 'host'], async ({ projects, manifest }) => {
      assert.deepEqual(Object.keys(manifest), ['the-cart']);
      for (const { origin, hasPage } of projects) {
        assert.equal(hasPage, true);
        for (const path of ['/', '/remoteEntry.json']) assert.equal((await fetch(origin + path)).status, 200);
      }
    });
  });

  it('show no sources of a remote', async () => {
    await serve({ ...shell, ...remote('cart') }, ['shell', 'cart'], async ({ projects }) => {
      const cart = projects[1]?.origin;
      for (const address of [`${cart}/main.js`, `${cart}/federation.config.js`, `${cart}/package.json`]) {
        assert.equal((await fetch(address)).status, 404, address);
      }
    });
  });

  it('need a config or a page', async () => {
    const { root } = await createProject({ files: {} });
    assert.equal(await codeOf(serveProjects([root], { port: 0 })), 'nothing-to-serve');
  });

  it('need names of their own', async () => {
    const { root } = await createProject({ files: { ...remote('cart'), 'cart-2/main.js': '', ...remote('badge') } });
    const config = "export default { name: 'the-cart', exposes: { './Main': './main.js' } };";
    await writeFile(`${root}/cart-2/federation.config.js`, config);
    const folders = ['cart', 'cart-2', 'badge'].map((name) => `${root}/${name}`);
    assert.equal(await codeOf(serveProjects(folders, { port: 0 })), 'name-taken');
  });

  it('need a port that is free, and leave none open if one is not', async () => {
    const { root } = await createProject({ files: { ...remote('cart'), ...remote('badge') } });
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, resolve));
    const { port } = other.address() as { port: number };
    const folders = ['cart', 'badge'].map((name) => `${root}/${name}`);
    assert.equal(await codeOf(serveProjects(folders, { port: port - 1 })), 'port-taken');
    await assert.rejects(fetch(`http://localhost:${port - 1}/remoteEntry.json`));
    other.close();
  });
});
