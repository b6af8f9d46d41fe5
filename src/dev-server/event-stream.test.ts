import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import { type BuildMessage, tellComplete } from './build-message.js';
import { EventStream } from './event-stream.js';

describe('an event stream', () => {
  const events = new EventStream<BuildMessage>();
  const server = createServer((request, response) =>
    events.open(response, request.url === '/greeted' ? tellComplete('greeted') : undefined),
  );
  after(() => server.close());

  it('greets, sends to all that listen, and ends', async () => {
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    const [greeted, silent] = await Promise.all(['/greeted', '/'].map((path) => fetch(origin + path)));
    events.send(tellComplete('news'));
    events.close();
    events.send(tellComplete('late'));
    const text = 'retry: 500\n\n';
    const complete = (remote: string): string =>
      `data: {"type":"federation-rebuild-complete","remote":"${remote}"}\n\n`;
    assert.equal(await greeted?.text(), text + complete('greeted') + complete('news'));
    assert.equal(await silent?.text(), text + complete('news'));
  });
});
