import { expect } from '@esm-bundle/chai';
import { parseRemoteEntry } from '../../src/core/parse-remote-entry.js';
import { entries, failureOf } from './support/remotes.js';
import type { RuntimeWindow } from './support/runtime-page.js';

const { alpha, beta, gamma } = entries;
const runtime = '/__runtime/federation.js';
const policy = encodeURIComponent('blocked-destinations=(script)');

describe('a page whose Integrity-Policy lets no script run without a hash', () => {
  let frame: HTMLIFrameElement;

  const open = async (head: string): Promise<RuntimeWindow> => {
    const body = encodeURIComponent(`<!doctype html><head>${head}</head>`);
    frame = document.createElement('iframe');
    frame.src = `/__fault/echo,integrity=${policy},body=${body}/page.html`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    return frame.contentWindow as unknown as RuntimeWindow;
  };
  const openRuntime = async (): Promise<RuntimeWindow> => {
    const hash = await hashOf(await (await fetch(runtime)).arrayBuffer());
    return open(`<script src="${runtime}" integrity="${hash}" crossorigin></script>`);
  };

  before(async function () {
    const { federation } = await open(`<script src="${runtime}"></script>`);
    frame.remove();
    // The browser does not know the policy.
    if (federation) this.skip();
  });
  afterEach(() => frame.remove());

  for (const [what, file] of [
    ['a module of one file', 'where.js'],
    ['a module that imports another file', 'shared/counter@1.2.0/index.js'],
  ] as const) {
    it(`runs ${what}, if the entry gives its hashes and the browser heeds them`, async () => {
      const json = await (await fetch(alpha)).json();
      const entry = parseRemoteEntry({ ...json, exposes: [{ key: './It', outFileName: file }] }, alpha);
      // WebKit takes no hash from the map for what a module imports.
      const isHeeded = await runsByItself(entry.exposes[0]?.url ?? '', entry.integrity);
      const { federation } = await openRuntime();
      const page = federation.createFederation({ manifest: { beta }, retry: 0 });
      await page.register('alpha', entry);
      const loading = page.loadModule('alpha').then(
        () => true,
        ({ code }) => code,
      );
      expect(await loading).to.equal(isHeeded || 'module-unreachable');
    });
  }

  it('lets in the thorough script, too, of which the runtime knows the hash', async () => {
    const { federation, performance } = await openRuntime();
    const page = federation.createFederation({ manifest: { alpha, gamma }, retry: 0 });
    await page.ready;
    expect(page.agreement?.packages[0]?.copies).to.have.length(2);
    const fetched = performance.getEntriesByType('resource').filter(({ name }) => name.includes('federation-thorough'));
    expect(fetched).to.have.length(1);
  });

  it('does not run a module of which no hash is given', async () => {
    const { federation } = await openRuntime();
    const page = federation.createFederation({ retry: 0 });
    const { integrity: _, ...json } = await (await fetch(alpha)).json();
    await page.register('alpha', parseRemoteEntry(json, alpha));
    expect(await failureOf(page.loadModule('alpha'))).to.have.property('code', 'module-unreachable');
  });

  /** Whether such a page runs a module whose hashes stand in an import map of its own, without the runtime. */
  async function runsByItself(url: string, hashes: ReadonlyMap<string, string>): Promise<boolean> {
    const map = JSON.stringify({ integrity: Object.fromEntries(hashes) });
    const run = `window.running = import("${url}").then(() => true, () => false)`;
    const page = await open(`<script type="importmap">${map}</script><script>${run}</script>`);
    const { running } = page as unknown as { running: Promise<boolean> };
    const isRunning = await running;
    frame.remove();
    return isRunning;
  }
});

async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
  return `sha384-${btoa(String.fromCharCode(...digest))}`;
}
