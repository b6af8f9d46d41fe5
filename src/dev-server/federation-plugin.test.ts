import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createProject, type Files, type Project } from '../../test/node/support/create-project.js';
import type { RemoteEntryDocument } from '../build/remote-entry-document.js';
import { type FederationPluginOptions, federationPlugin } from './federation-plugin.js';
import { type StartedServer, startServer } from './start-server.js';

const files: Files = {
  'federation.config.js': "export default { name: 'cart', exposes: { './Cart': './src/cart.js' } };",
  'src/cart.js': "import './look.css'; import logo from './logo.png'; export const name = 'first'; export { logo };",
  'src/look.css': 'p { color: red }',
  'src/logo.png': 'not really a picture \u0000 but no text either',
};

/** Serves a project while something is seen. */
async function serve(
  project: Project,
  options: Omit<FederationPluginOptions, 'root'>,
  see: (origin: string, server: StartedServer) => Promise<void>,
): Promise<void> {
  const plugin = federationPlugin({ onBuild() {}, ...options, root: project.root });
  const server = await startServer({ port: 0, pages: undefined, plugins: [plugin], isOpen: false });
  try {
    await see(server.origin, server);
  } finally {
    await server.close();
  }
}

/** The messages of an event stream, as they come. */
async function* listen(address: string): AsyncGenerator<{ type: string; error?: { code?: string } }> {
  const response = await fetch(address);
  assert.equal(response.headers.get('content-type'), 'text/event-stream');
  let text = '';
  for await (const chunk of (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [, data] = /^data: (.*)$/m.exec(text.slice(0, end)) ?? [];
      text = text.slice(end + 2);
      if (data !== undefined) yield JSON.parse(data);
    }
  }
}

const entryOf = async (origin: string, path = '/'): Promise<RemoteEntryDocument> =>
  (await (await fetch(`${origin}${path}remoteEntry.json`)).json()) as RemoteEntryDocument;

describe('the plugin for @web/dev-server', () => {
  it('serves every file of a build, typed, and with source maps', async () => {
    const project = await createProject({ files });
    await serve(project, {}, async (origin) => {
      const { files: names } = await entryOf(origin);
      const types = await Promise.all(
        Object.keys(names).map(async (name) => {
          const response = await fetch(`${origin}/${name}`);
          assert.equal((await response.arrayBuffer()).byteLength, names[name]?.bytes, name);
          return `${name.split('.').slice(1).join('.')} ${response.status} ${response.headers.get('content-type')}`;
        }),
      );
      assert.deepEqual([...new Set(types)].sort(), [
        'css 200 text/css; charset=utf-8',
        'css.map 200 application/json; charset=utf-8',
        'js 200 text/javascript; charset=utf-8',
        'js.map 200 application/json; charset=utf-8',
        'png 200 image/png',
      ]);
    });
  });

  it('tells of a build as Native Federation does, and serves it; files of the one before stay', async () => {
    const project = await createProject({ files });
    await serve(project, {}, async (origin) => {
      const before = await entryOf(origin);
      const messages = listen(origin + before.buildNotificationsEndpoint);
      const next = messages.next();
      await project.write({ 'src/cart.js': "export const name = 'second';" });
      assert.equal((await next).value?.type, 'federation-rebuild-complete');
      const after = await entryOf(origin);
      assert.notDeepEqual(after.exposes, before.exposes);
      for (const name of [...Object.keys(before.files), ...Object.keys(after.files)]) {
        assert.equal((await fetch(`${origin}/${name}`)).status, 200, name);
      }
    });
  });

  it('tells of an error, also those who begin to listen later, and of its end', async () => {
    const project = await createProject({ files });
    await serve(project, {}, async (origin) => {
      const before = await entryOf(origin);
      const first = listen(origin + before.buildNotificationsEndpoint);
      const next = first.next();
      await project.write({ 'src/cart.js': 'export const name = ;' });
      const { value } = await next;
      assert.deepEqual([value?.type, value?.error?.code], ['federation-rebuild-error', 'source-invalid']);
      assert.deepEqual(await entryOf(origin), before);
      const second = listen(origin + before.buildNotificationsEndpoint);
      assert.equal((await second.next()).value?.type, 'federation-rebuild-error');
      // As it was: the entry is the same, and yet the error is over.
      await project.write({ 'src/cart.js': files['src/cart.js'] });
      for (const messages of [first, second]) {
        assert.equal((await messages.next()).value?.type, 'federation-rebuild-complete');
      }
    });
  });

  it('has an entry without modules as long as there is no good build', async () => {
    const project = await createProject({ files: { ...files, 'src/cart.js': 'export {' } });
    await serve(project, {}, async (origin) => {
      const { exposes, shared, buildNotificationsEndpoint } = await entryOf(origin);
      assert.deepEqual([exposes, shared], [[], []]);
      const messages = listen(origin + buildNotificationsEndpoint);
      assert.equal((await messages.next()).value?.type, 'federation-rebuild-error');
      await project.write({ 'src/cart.js': "export const name = 'good';" });
      assert.equal((await messages.next()).value?.type, 'federation-rebuild-complete');
      assert.equal((await entryOf(origin)).exposes?.[0]?.key, './Cart');
    });
  });

  it('serves below a path, with the events where we and where Native Federation look for them', async () => {
    const project = await createProject({ files });
    await serve(project, { path: 'remotes/cart' }, async (origin) => {
      const { buildNotificationsEndpoint: endpoint } = await entryOf(origin, '/remotes/cart/');
      assert.equal((await fetch(`${origin}/remoteEntry.json`)).status, 404);
      for (const address of [origin + endpoint, `${origin}/remotes/cart${endpoint}`]) {
        const response = await fetch(address);
        assert.equal(response.headers.get('content-type'), 'text/event-stream', address);
        await response.body?.cancel();
      }
    });
  });

  it('writes nothing to the disk, and no hashes that would need a further import map', async () => {
    const project = await createProject({ files });
    await serve(project, {}, async (origin) => {
      assert.equal((await entryOf(origin)).integrity, undefined);
      await assert.rejects(import('node:fs/promises').then(({ stat }) => stat(`${project.root}/dist`)));
    });
  });
});
