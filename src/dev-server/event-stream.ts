import type { ServerResponse } from 'node:http';

/** Milliseconds after which a page asks again when the server was gone. */
const reconnectTime = 500;

/** Server-sent events of one kind, to every page that listens. */
export class EventStream<Message extends { readonly type: string }> {
  readonly #listeners = new Set<ServerResponse>();

  /**
   * Keeps an answer open and writes the events into it.
   *
   * @param greeting - What this page is told first; default: nothing.
   */
  open(response: ServerResponse, greeting?: Message): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
    response.write(`retry: ${reconnectTime}\n\n`);
    if (greeting) response.write(formatMessage(greeting));
    this.#listeners.add(response);
    response.once('close', () => this.#listeners.delete(response));
  }

  send(message: Message): void {
    for (const response of this.#listeners) response.write(formatMessage(message));
  }

  /** Ends all answers; the pages ask again. */
  close(): void {
    for (const response of this.#listeners) response.end();
    this.#listeners.clear();
  }
}

function formatMessage(message: object): string {
  return `data: ${JSON.stringify(message)}\n\n`;
}
