import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * Serves the files of a folder, for pages of every origin.
 *
 * All that a remote needs of a server is here: the type of each file, and CORS. Names with a hash never change, so
 * they may be kept for ever; the entry is asked for anew each time.
 *
 * @param {string | URL} folder
 * @param {object} [options]
 * @param {number} [options.port] - 0, the default, takes any free one.
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<string | undefined>} [options.intercept] -
 *   Sees each request first: gives the path to serve, or nothing if it has answered itself.
 * @returns {Promise<{ origin: string, port: number, close(): Promise<void> }>}
 * @throws If the port is taken, with the code `EADDRINUSE`.
 */
export async function serveFolder(folder, { port = 0, intercept = async ({ url }) => url } = {}) {
  const root = folder instanceof URL ? fileURLToPath(folder) : folder;
  const server = createServer(async (request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    const path = await intercept(request, response);
    if (path !== undefined) await sendFile(root, path, response);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, resolve));
  const used = server.address().port;
  return {
    origin: `http://localhost:${used}`,
    port: used,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function sendFile(root, path, response) {
  const file = fileOf(root, path);
  const found = file && (await stat(file).catch(() => undefined));
  if (!found?.isFile()) {
    response.writeHead(404, { 'content-type': 'text/plain' });
    response.end('Not found');
    return;
  }
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-length': found.size,
    'cache-control': /-[A-Z0-9]{8}\.\w+$/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  createReadStream(file).pipe(response);
}

/** The file that a request means; `undefined` for a path that leaves the folder or is not a path. */
function fileOf(root, path) {
  try {
    const file = normalize(join(root, decodeURIComponent(new URL(path, 'http://localhost').pathname)));
    return file.startsWith(normalize(root + sep)) ? file : undefined;
  } catch {
    return undefined;
  }
}
