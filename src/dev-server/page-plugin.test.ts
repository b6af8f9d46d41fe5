import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createProject, type Files, type Project } from '../../test/node/support/create-project.js';
import { type PagePluginOptions, pagePlugin } from './page-plugin.js';
import { startServer } from './start-server.js';

const files: Files = {
  'index.html': '<!doctype html><html><head lang="en"><title>Shop</title></head></html>',
  'bare.html': '<p>No head</p>',
  'remote/main.js': '',
};

async function serve(
  further: Files,
  options: PagePluginOptions,
  see: (origin: string, project: Project) => Promise<void>,
): Promise<void> {
  const project = await createProject({ files: { ...files, ...further } });
  const isIgnored = (path: string): boolean => path.startsWith(`${project.root}/remote`);
  const plugin = pagePlugin({ isIgnored, ...options, root: project.root });
  const server = await startServer({ port: 0, pages: project.root, plugins: [plugin], isOpen: false });
  try {
    await see(server.origin, project);
  } finally {
    await server.close();
  }
}

const textOf = async (address: string): Promise<string> => (await fetch(address)).text();

describe('pages that are being developed', () => {
  it('are told by a classic script when one of their files changes, and not when one of a remote does', async () => {
    await serve({}, {}, async (origin, { write }) => {
      const [, address] =
        /<head lang="en"><script src="([^"]+)"><\/script><title>/.exec(await textOf(`${origin}/`)) ?? [];
      const [, events] = /EventSource\("([^"]+)"\)/.exec(await textOf(origin + address)) ?? [];
      const stream = (await fetch(origin + events)).body?.pipeThrough(new TextDecoderStream()).getReader();
      await stream?.read();
      const told = stream?.read();
      await write({ 'remote/main.js': 'export {}' });
      await write({ 'look.css': 'p { color: red }' });
      assert.match((await told)?.value ?? '', /page-changed/);
      await stream?.cancel();
    });
  });

  it('get the script also without a head', async () => {
    await serve({}, {}, async (origin) => {
      assert.match(await textOf(`${origin}/bare.html`), /^<script src="[^"]+"><\/script><p>No head/);
    });
  });

  it('get a manifest, in whatever folder they are, unless they have one', async () => {
    const manifest = (): object => ({ cart: 'http://localhost:4201/remoteEntry.json' });
    await serve({ 'mine/federation.manifest.json': { mine: '/m.json' } }, { manifest }, async (origin) => {
      assert.deepEqual(JSON.parse(await textOf(`${origin}/federation.manifest.json`)), manifest());
      assert.deepEqual(JSON.parse(await textOf(`${origin}/mine/federation.manifest.json`)), { mine: '/m.json' });
    });
  });

  it('find no other scripts beside them', async () => {
    await serve({}, {}, async (origin) => {
      for (const path of ['/package.js', '/federation.manifest.json', '/federation-nothing.js']) {
        assert.equal((await fetch(origin + path)).status, 404, path);
      }
    });
  });
});
