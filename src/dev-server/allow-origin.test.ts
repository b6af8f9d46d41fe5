import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import { allowOrigin } from './allow-origin.js';

describe('pages read what is served', () => {
  for (const [title, origin, origins, allowed] of [
    ['of this computer', 'http://localhost:4200', [], 'http://localhost:4200'],
    ['of this computer, by its number', 'http://127.0.0.1:8080', [], 'http://127.0.0.1:8080'],
    ['of another one', 'https://shop.example', [], null],
    ['of one whose name looks local', 'https://localhost.evil.example', [], null],
    ['of no origin', 'null', [], null],
    ['of another one that is named', 'https://shop.example', ['https://shop.example'], 'https://shop.example'],
    ['of any, if all are', 'https://shop.example', ['*'], 'https://shop.example'],
  ] as const) {
    it(`${allowed ? 'if they are' : 'not if they are'} ${title}`, async () => {
      const server = createServer((request, response) => {
        allowOrigin(request, response, origins);
        response.end();
      });
      after(() => server.close());
      await new Promise<void>((resolve) => server.listen(0, resolve));
      const { port } = server.address() as AddressInfo;
      const { headers } = await fetch(`http://localhost:${port}`, { headers: { origin } });
      assert.deepEqual([headers.get('access-control-allow-origin'), headers.get('vary')], [allowed, 'origin']);
    });
  }
});
