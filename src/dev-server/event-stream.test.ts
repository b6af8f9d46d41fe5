import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import { EventStream } from './event-stream.js';

describe('an event stream', () => {
  const events = new EventStream();
  const server = createServer((request, response) =>
    events.open(response, request.url === '/greeted' ? { type: 'greeting' } : undefined),
  );
  after(() => server.close());

  it('greets, sends to all that listen, and ends', async () => {
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    const [greeted, silent] = await Promise.all(['/greeted', '/'].map((path) => fetch(origin + path)));
    events.send({ type: 'news' });
    events.close();
    events.send({ type: 'too late' });
    const text = 'retry: 500\n\n';
    const news = 'data: {"type":"news"}\n\n';
    assert.equal(await greeted?.text(), `${text}data: {"type":"greeting"}\n\n${news}`);
    assert.equal(await silent?.text(), text + news);
  });
});
