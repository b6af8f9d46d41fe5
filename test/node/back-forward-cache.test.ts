import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type LaunchOptions, type Page } from 'puppeteer-core';
// @ts-expect-error: a script without types
import { bundleWithLazyFiles } from '../../scripts/lazy-files.mjs';
// @ts-expect-error: a script without types, which the browser tests use too.
import { chromiumArguments, findChromium } from '../support/engines/chromium.mjs';
// @ts-expect-error: a script without types, which the browser tests use too.
import { findFirefox } from '../support/engines/firefox.mjs';

const chromium: LaunchOptions = { executablePath: findChromium(), args: chromiumArguments };
const firefox: LaunchOptions = { browser: 'firefox', executablePath: findFirefox() };

/** What each engine keeps; Firefox keeps no page that waits for an answer. WebKit has no driver that goes back here. */
const cases: readonly (readonly [engine: string, options: LaunchOptions, remotes: readonly string[]])[] = [
  ['Chromium', chromium, ['good', 'flaky', 'slow']],
  ['Firefox', firefox, ['good', 'flaky']],
];
/** What becomes of each remote at first. */
const first: Readonly<Record<string, string>> = { good: 'loaded', flaky: 'error', slow: 'loading' };

const pageOf = (remotes: string): string => `<!doctype html>
<script src="/federation.js"></script>
<script>
  shown = [];
  addEventListener('pageshow', ({ persisted }) => shown.push(persisted));
  page = federation.createFederation({
    manifest: Object.fromEntries('${remotes}'.split(',').map((name) => [name, \`/\${name}/remoteEntry.json\`])),
    retry: 0, patience: 0,
  });
</script>`;
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.html': 'text/html',
};
const entry = JSON.stringify({ name: 'any', exposes: [{ key: './It', outFileName: 'it.js' }] });

describe('a page that comes back from the back/forward cache', () => {
  let server: Server;
  let origin: string;
  let scripts: ReadonlyMap<string, string>;
  /** How often each entry was asked for in the life of a page. */
  const asked = new Map<string, number>();

  const bodyOf = (path: string): string | undefined => {
    if (path.startsWith('page?')) return pageOf(path.slice('page?'.length));
    if (path.endsWith('.json')) return entry;
    return path.endsWith('/it.js') ? 'export const instance = {};' : scripts.get(path);
  };

  before(async () => {
    scripts = await bundle();
    server = createServer(({ url = '/' }, response) => {
      const times = (asked.get(url) ?? 0) + 1;
      asked.set(url, times);
      if (url === '/slow/remoteEntry.json' && times === 1) return;
      if (url === '/flaky/remoteEntry.json' && times === 1) response.statusCode = 503;
      const kind = /\.js(?:on)?$/.exec(url)?.[0] ?? '.html';
      response.setHeader('content-type', types[kind] ?? '').end(bodyOf(url.slice(1)));
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });

  for (const [engine, options, remotes] of cases) {
    const skip = options.executablePath === undefined && `${engine} is not installed`;
    it(`in ${engine} keeps what runs, and tries again what failed: ${remotes}`, { skip }, async () => {
      asked.clear();
      const browser = await puppeteer.launch({ ...options, headless: true, protocolTimeout: 30_000 });
      try {
        const tab = await browser.newPage();
        await tab.goto(`${origin}/page?${remotes}`);
        await tab.evaluate(`page.loadModule('good').then(({ namespace }) => { before = namespace; })`);
        await until(async () => String(await statuses(tab)), String(remotes.map((name) => first[name])));
        await tab.goto(`${origin}/elsewhere`);
        await tab.evaluate('void setTimeout(() => history.back())');
        await until(async () => String(await tab.evaluate('typeof shown === "object" && shown')), 'false,true');
        await until(async () => String(await statuses(tab)), String(remotes.map(() => 'loaded')));
        const isSame = await tab.evaluate(`page.loadModule('good').then(({ namespace }) => namespace === before)`);
        assert.equal(isSame, true);
        assert.equal(asked.get('/good/it.js'), 1);
      } finally {
        await browser.close();
      }
    });
  }
});

const statuses = (tab: Page): Promise<unknown> =>
  tab.evaluate('[...page.remotes.values()].map(({ status }) => status)');

/** Waits until a question is answered as expected; fails, with the last answer, if it never is. */
async function until(ask: () => Promise<string>, expected: string): Promise<void> {
  let answer = '';
  for (let times = 0; times < 200 && answer !== expected; times++) {
    // While the page changes there is nobody to answer.
    answer = await ask().catch(String);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.equal(answer, expected);
}

/** The runtime as a classic script, `federation`, and what it loads lazily: the text of each file, by its name. */
async function bundle(): Promise<Map<string, string>> {
  const entries = [
    { entryPoints: ['src/index.ts'], outfile: 'out/federation.js', format: 'iife', globalName: 'federation' },
  ];
  const absWorkingDir = fileURLToPath(new URL('../../', import.meta.url));
  const files: { path: string; text: string }[] = await bundleWithLazyFiles(entries, {
    absWorkingDir,
    target: 'es2022',
  });
  return new Map(files.map(({ path, text }) => [basename(path), text]));
}
