import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { sendFile } from './send-file.js';

describe('a file that is sent', () => {
  const server = createServer((request, response) => sendFile(response, request.url ?? '', 'ünïcode'));
  let origin: string;
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, resolve));
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());

  for (const [name, type, cache] of [
    ['Cart-5EECHNWY.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['Cart-5EECHNWY.js.map', 'application/json; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['remoteEntry.json', 'application/json; charset=utf-8', 'no-cache'],
    ['module-5EECHNWY.wasm', 'application/wasm', 'public, max-age=31536000, immutable'],
    ['what.is-this', 'application/octet-stream', 'no-cache'],
  ] as const) {
    it(`has a type and may be kept, by its name ${name}`, async () => {
      const { headers } = await fetch(`${origin}/${name}`);
      assert.deepEqual([headers.get('content-type'), headers.get('cache-control')], [type, cache]);
    });
  }

  it('has its length in bytes, and no body if only that is asked', async () => {
    const response = await fetch(`${origin}/a.txt`, { method: 'HEAD' });
    assert.deepEqual([response.headers.get('content-length'), await response.text()], ['9', '']);
  });
});
