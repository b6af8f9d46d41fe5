import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { after } from 'node:test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
// @ts-expect-error: a script without types, which the browser tests use too.
import { chromiumArguments, findChromium } from '../../support/engines/chromium.mjs';

/** What a page showed. */
export interface PageResult {
  /** What the code returned, as JSON has it. */
  readonly value: unknown;
  /** Errors on the console, uncaught ones, and what could not be loaded. */
  readonly errors: readonly string[];
}

/** Whether there is a browser for {@link runInBrowser}. */
export const hasBrowser: boolean = findChromium() !== undefined;

/**
 * Runs code in Chromium, in an empty page that has nothing but the build's importmap.json.
 *
 * @param outDir - What was built; it is served from a folder of the page's origin.
 * @param code - Body of an async function; it may use `import()`, with the exposed modules by their names in the map.
 */
export async function runInBrowser(outDir: string, code: string): Promise<PageResult> {
  const map = JSON.parse(await readFile(`${outDir}/importmap.json`, 'utf8'));
  const below = (record: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.entries(record).map(([key, path]) => [key, path.replace('./', '/files/')]));
  const html = `<script type="importmap">${JSON.stringify({ imports: below(map.imports) })}</script>`;
  // Modules are asked for below `/files/`, the page is above it: addresses relative to the page would be wrong.
  return runOnPage(html, (path) => readFile(outDir + path.replace(/^\/files/, '')), code);
}

/** Gives the body of a path; rejects if there is none. */
export type ReadPath = (path: string) => Promise<Uint8Array | string>;

/**
 * Runs code in Chromium, in a page of its own.
 *
 * @param html - What the page holds.
 * @param read - What its origin serves besides.
 * @param code - Body of an async function.
 */
export async function runOnPage(html: string, read: ReadPath, code: string): Promise<PageResult> {
  const page = await (await launch()).newPage();
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  try {
    await page.goto(await serve(html, read));
    const value = await page.evaluate(`(async () => { ${code} })()`);
    return { value, errors };
  } finally {
    await page.close();
  }
}

/** Opens a page of its own in Chromium, for what its code alone cannot measure. See {@link runOnPage}. */
export async function openPage(html: string, read: ReadPath): Promise<Page> {
  const page = await (await launch()).newPage();
  await page.goto(await serve(html, read));
  return page;
}

let launched: Promise<Browser> | undefined;

function launch(): Promise<Browser> {
  launched ??= puppeteer.launch({ executablePath: findChromium(), args: chromiumArguments, protocolTimeout: 30_000 });
  return launched;
}

// Hooks that a test adds while it runs may be lost, and an open server keeps the process alive.
const servers = new Set<Server>();
after(async () => {
  await (await launched)?.close();
  for (const server of servers) server.close();
});

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.html': 'text/html',
};

/** The address of the page. */
async function serve(html: string, read: ReadPath): Promise<string> {
  const text = `<!doctype html><link rel="icon" href="data:,">${html}<body></body>`;
  const server: Server = createServer(async ({ url = '' }, response) => {
    const path = new URL(url, 'http://localhost').pathname;
    const body = path === '/page.html' ? text : await read(path).catch(() => undefined);
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': types[extname(path)] ?? 'text/plain' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.add(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/page.html`;
}
