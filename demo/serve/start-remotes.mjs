import { existsSync } from 'node:fs';
import { deadRemote, folderOf, remotes } from './remotes.mjs';
import { serveFolder } from './serve-folder.mjs';

/**
 * Serves what each remote has built, from an origin of its own.
 *
 * @param {number} firstPort - The others follow; 0 takes any that are free.
 * @returns {Promise<{ manifest: Record<string, string>, close(): Promise<void> }>} The manifest of the ports really used.
 * @throws {Error} If a remote is not built, or a port is taken: which, and what to do.
 */
export async function startRemotes(firstPort) {
  const servers = [];
  const close = async () => {
    await Promise.all(servers.map((server) => server.close()));
  };
  const portOf = (index) => (firstPort === 0 ? 0 : firstPort + index);
  try {
    const manifest = {};
    for (const [index, name] of remotes.entries()) {
      const server = await serveRemote(name, portOf(index));
      servers.push(server);
      manifest[name] = `${server.origin}/remoteEntry.json`;
    }
    manifest[deadRemote] = `${await findDeadOrigin(portOf(remotes.length))}/remoteEntry.json`;
    return { manifest, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function serveRemote(name, port) {
  const folder = new URL('dist/', folderOf(name));
  if (!existsSync(new URL('remoteEntry.json', folder))) {
    throw new Error(`The remote "${name}" is not built. Build all with: node demo/build-remotes.mjs`);
  }
  try {
    return await serveFolder(folder, { port });
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    throw portIsTaken(port, `the remote "${name}"`, error);
  }
}

/** An origin at which nothing listens: the port was free a moment ago. Where it is taken, any other will do. */
export async function findDeadOrigin(port) {
  const server = await serveFolder('.', { port }).catch(() => serveFolder('.'));
  await server.close();
  return server.origin;
}

/** @returns {Error} */
export function portIsTaken(port, wantedBy, cause) {
  return new Error(
    `Port ${port}, for ${wantedBy}, is in use. Stop what listens there, or take other ports: PORT=5200 npm start (PORT=0 takes any).`,
    { cause },
  );
}
