import type { ServerResponse } from 'node:http';
import { extname } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Names that carry a hash of the content never mean anything else. */
const hashedName = /-[0-9A-Z]{8}\.\w+(?:\.map)?$/;

/** Answers with a file, typed by the ending of its name. */
export function sendFile(response: ServerResponse, name: string, contents: Uint8Array | string): void {
  response.writeHead(200, {
    'content-type': types[extname(name)] ?? 'application/octet-stream',
    'content-length': Buffer.byteLength(contents),
    'cache-control': hashedName.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  response.end(response.req.method === 'HEAD' ? undefined : contents);
}
