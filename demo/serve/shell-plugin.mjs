import { readFile } from 'node:fs/promises';
import { startRemotes } from './start-remotes.mjs';

const packageFiles = new URL('../../dist/', import.meta.url);

/**
 * Puts beside the shell's HTML what it asks for, and starts the remotes: a plugin for @web/dev-server and for the test runner.
 *
 * A real shop has the script and the manifest on its server; here the one is this package's, and the other says which
 * ports the remotes got.
 *
 * @param {object} options
 * @param {string} options.path - Where the server has the shell, with slashes around it.
 * @param {number} options.firstPort - Of the remotes; 0 takes any that are free.
 */
export function shellPlugin({ path, firstPort }) {
  let remotes;
  return {
    name: 'shell',
    async serverStart() {
      remotes = await startRemotes(firstPort);
    },
    async serverStop() {
      await remotes?.close();
    },
    async serve(context) {
      if (!context.path.startsWith(path)) return;
      const file = context.path.slice(path.length);
      if (file === 'federation.manifest.json') return { body: JSON.stringify(remotes.manifest, null, 2), type: 'json' };
      if (/^[\w-]+\.js(\.map)?$/.test(file)) {
        const body = await readFile(new URL(file, packageFiles), 'utf8').catch(() => undefined);
        return body === undefined ? undefined : { body, type: file.endsWith('.js') ? 'js' : 'json' };
      }
    },
  };
}
