// How long a page takes from the click on a link until three remotes, on lit, React 19 and Vue 3, are mounted:
// Native Federation's own builder and orchestrator, and ours. Each request is answered 50 ms later than it could be.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import puppeteer, { type Browser } from 'puppeteer-core';
// @ts-expect-error: a script without types, which the browser tests use too.
import { chromiumArguments, findChromium } from '../test/support/engines/chromium.mjs';
import { median } from './median.js';
import { type Contents, type Exchange, filesOf, type SlowServer, startSlowServer } from './slow-server.js';
import { buildRemotes, bundleOrchestrator, type Remote } from './start-fixtures.js';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '9' }, latency: { type: 'string', default: '50' } },
});
const rounds = Number(values.rounds);
const latency = Number(values.latency);
const dist = fileURLToPath(new URL('../dist/', import.meta.url));

interface Contestant {
  readonly name: string;
  readonly url: string;
  /** What the servers were asked for in the current round. */
  readonly exchanges: Exchange[];
  close(): void;
}

interface Round {
  readonly time: number;
  readonly requests: number;
  readonly bytes: number;
  /** Length of the longest row of requests of which each began only after the one before had its answer. */
  readonly depth: number;
}

/** In both pages: `mounted` is when all three remotes show something, in milliseconds since the navigation began. */
const stopwatch = `<script>
const mounted = new Promise((resolve) => {
  const look = () => {
    if (document.querySelectorAll('[data-mounted]').length < 3) return;
    observer.disconnect();
    resolve(performance.now());
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
});
</script>`;

const page = (content: string): string =>
  `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Start</title>${stopwatch}${content}`;

function ourPage(manifest: object): string {
  const remotes = Object.keys(manifest).map(
    (name) => `<federation-remote remote="${name}" module="./Widget"></federation-remote>`,
  );
  return page(
    `<script src="federation.js"></script>
<federation-host><script type="federation-manifest">${JSON.stringify(manifest)}</script></federation-host>
${remotes.join('\n')}`,
  );
}

function theirPage(manifest: object): string {
  const remotes = Object.keys(manifest).map((name) => `<div data-remote="${name}"></div>`);
  return page(
    `<script type="application/json" id="manifest">${JSON.stringify(manifest)}</script>
<script type="module" src="orchestrate.js"></script>
${remotes.join('\n')}`,
  );
}

/** Serves a page and its remotes, each from an origin of its own. */
async function serve(
  name: string,
  folders: Readonly<Record<string, string>>,
  createPage: (manifest: object) => string,
  scripts: Readonly<Record<string, Uint8Array>>,
): Promise<Contestant> {
  const exchanges: Exchange[] = [];
  const servers: SlowServer[] = [];
  const start = async (contents: Contents): Promise<string> => {
    const server = await startSlowServer(contents, latency, exchanges);
    servers.push(server);
    return server.origin;
  };
  const manifest: Record<string, string> = {};
  for (const [remote, folder] of Object.entries(folders)) {
    manifest[remote] = `${await start(filesOf(folder))}/remoteEntry.json`;
  }
  const site: Readonly<Record<string, Uint8Array | string>> = {
    ...scripts,
    '/page.html': createPage(manifest),
  };
  const origin = await start(async (path) => site[path]);
  return {
    name,
    url: `${origin}/page.html`,
    exchanges,
    close: () => {
      for (const server of servers) server.close();
    },
  };
}

async function visit(browser: Browser, { name, url, exchanges }: Contestant): Promise<Round> {
  exchanges.length = 0;
  const context = await browser.createBrowserContext();
  try {
    const tab = await context.newPage();
    const errors: string[] = [];
    tab.on('pageerror', (error) => errors.push(String(error)));
    tab.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await tab.goto(url, { waitUntil: 'domcontentloaded' });
    const time = await Promise.race([
      tab.evaluate('mounted') as Promise<number>,
      new Promise<never>((_resolve, reject) =>
        setTimeout(() => reject(new Error(`${name}: not mounted after 30 s. ${errors.join(' ')}`)), 30_000).unref(),
      ),
    ]);
    if (errors.length > 0) throw new Error(`${name}: ${errors.join(' ')}`);
    const bytes = exchanges.reduce((sum, exchange) => sum + exchange.bytes, 0);
    return { time, requests: exchanges.length, bytes, depth: depthOf(exchanges) };
  } finally {
    await context.close();
  }
}

function depthOf(exchanges: readonly Exchange[]): number {
  let depth = 0;
  let free = 0;
  for (const { begin, end } of [...exchanges].sort((a, b) => a.end - b.end)) {
    if (begin < free) continue;
    depth += 1;
    free = end;
  }
  return depth;
}

function report(name: string, all: readonly Round[], reference: number): number {
  const time = median(all.map((round) => round.time));
  const of = (key: keyof Round): string => String(median(all.map((round) => round[key])));
  process.stdout.write(
    `  ${name.padEnd(36)} ${time.toFixed(0).padStart(5)} ms  ${(time / (reference || time)).toFixed(2)}×` +
      `  ${of('requests').padStart(3)} requests, ${of('depth')} in a row  ${of('bytes').padStart(8)} bytes\n`,
  );
  return time;
}

async function createContestants(remotes: readonly Remote[]): Promise<Contestant[]> {
  const folders = (builder: 'ours' | 'official'): Record<string, string> =>
    Object.fromEntries(remotes.map((remote) => [remote.name, remote[builder]]));
  // Whatever the script fetches by itself lies beside it.
  const files = (await readdir(dist)).filter((file) => file.endsWith('.js'));
  const bundles = await Promise.all(files.map(async (file) => [`/${file}`, await readFile(join(dist, file))] as const));
  return [
    await serve('Native Federation, orchestrator', folders('official'), theirPage, {
      '/orchestrate.js': await bundleOrchestrator(),
    }),
    await serve('federation build, the two tags', folders('ours'), ourPage, Object.fromEntries(bundles)),
  ];
}

const contestants = await createContestants(await buildRemotes());
const browser = await puppeteer.launch({ executablePath: findChromium(), args: chromiumArguments });
try {
  const taken = contestants.map((): Round[] => []);
  // The first visit of each warms up the browser, and does not count.
  for (let round = -1; round < rounds; round++) {
    for (const [index, contestant] of contestants.entries()) {
      const visited = await visit(browser, contestant);
      if (round >= 0) taken[index]?.push(visited);
    }
  }
  process.stdout.write(
    `Until lit 3, React 19 and Vue 3 are mounted, ${latency} ms a request, medians of ${rounds} rounds\n` +
      "(files as they are, uncompressed; Native Federation's esbuild adapter with its React preset)\n",
  );
  let reference = 0;
  for (const [index, { name }] of contestants.entries()) {
    const time = report(name, taken[index] ?? [], reference);
    reference ||= time;
  }
} finally {
  await browser.close();
  for (const contestant of contestants) contestant.close();
}
