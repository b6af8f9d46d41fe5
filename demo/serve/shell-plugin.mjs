import { readFile } from 'node:fs/promises';

const packageFiles = new URL('../../dist/', import.meta.url);

/**
 * Puts beside the shell's HTML what it asks for: a plugin for @web/dev-server and for the test runner.
 *
 * A real shop has the script and the manifest on its server; here the one is this package's, and the other says which
 * ports the remotes got.
 *
 * @param {object} options
 * @param {string} options.path - Where the server has the shell, with slashes around it.
 * @param {() => Promise<{ manifest: object, close(): Promise<void> }>} options.startRemotes - Called once, when the manifest is first asked for.
 */
export function shellPlugin({ path, startRemotes }) {
  let remotes;
  return {
    name: 'shell',
    async serve(context) {
      if (!context.path.startsWith(path)) return;
      const file = context.path.slice(path.length);
      if (file === 'federation.manifest.json') {
        remotes ??= startRemotes();
        const { manifest } = await remotes;
        return { body: JSON.stringify(manifest, null, 2), type: 'json' };
      }
      if (/^[\w-]+\.js(\.map)?$/.test(file)) {
        const body = await readFile(new URL(file, packageFiles), 'utf8').catch(() => undefined);
        return body === undefined ? undefined : { body, type: file.endsWith('.js') ? 'js' : 'json' };
      }
    },
    async serverStop() {
      await (await remotes)?.close();
    },
  };
}
