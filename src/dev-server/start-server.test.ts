import assert from 'node:assert/strict';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { type ServerOptions, startServer } from './start-server.js';

const folder = await mkdtemp(join(await realpath(tmpdir()), 'pages-'));
await writeFile(`${folder}/a.txt`, 'a file');
after(() => rm(folder, { recursive: true, force: true }));

/** The status of an answer to a request that calls the server by this name. */
async function statusOf(path: string, options: Partial<ServerOptions> = {}, host = 'localhost'): Promise<unknown> {
  const server = await startServer({ port: 0, pages: folder, plugins: [], isOpen: false, ...options });
  try {
    return await new Promise((resolve, reject) => {
      request(server.origin + path, { headers: { host } }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });
  } finally {
    await server.close();
  }
}

describe('a development server', () => {
  for (const [title, path, options, host, status] of [
    ['serves the files of its pages', '/a.txt', {}, 'localhost:4200', 200],
    ['serves no files if it has no pages', '/a.txt', { pages: undefined }, 'localhost', 404],
    ['answers to the number of this computer', '/a.txt', {}, '127.0.0.1:4200', 200],
    ['does not answer to another name', '/a.txt', {}, 'evil.example', 403],
    ['answers to another name if others are let in', '/a.txt', { isOpen: true }, 'desk.example', 200],
    ['serves nothing from above', `/__wds-outside-root__/1/${folder.split('/').at(-1)}/a.txt`, {}, 'localhost', 404],
  ] as const) {
    it(title, async () => assert.equal(await statusOf(path, options, host), status));
  }
});
