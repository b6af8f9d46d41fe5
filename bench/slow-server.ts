import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** One request, as its server saw it. */
export interface Exchange {
  readonly begin: number;
  readonly end: number;
  readonly bytes: number;
}

/** Path, with its slash, → what is there. */
export type Contents = (path: string) => Promise<Uint8Array | string | undefined>;

export interface SlowServer {
  readonly origin: string;
  close(): void;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
};

/**
 * An origin that takes its time.
 *
 * @param latency - Milliseconds from each request to its answer.
 * @param exchanges - To which each request is added, once it is answered.
 */
export async function startSlowServer(contents: Contents, latency: number, exchanges: Exchange[]): Promise<SlowServer> {
  const server = createServer(async ({ url = '' }, response) => {
    const begin = performance.now();
    const path = new URL(url, 'http://localhost').pathname;
    const [body] = await Promise.all([contents(path), new Promise((resolve) => setTimeout(resolve, latency))]);
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': types[extname(path)] ?? 'text/plain',
      'access-control-allow-origin': '*',
    });
    response.end(body);
    exchanges.push({ begin, end: performance.now(), bytes: body === undefined ? 0 : Buffer.byteLength(body) });
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The files of a folder. */
export function filesOf(folder: string): Contents {
  return (path) => readFile(join(folder, path)).catch(() => undefined);
}
