import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { CDPSession, Page } from 'puppeteer-core';
// @ts-expect-error: a script without types, which the browser tests use too.
import { bundleFrameworks } from '../support/frameworks/frameworks-plugin.mjs';
import { hasBrowser, openPage } from './support/run-in-browser.js';

const times = 500;

/** What is left after all that can be collected was. */
interface Memory {
  readonly survivors: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly bytes: number;
}

/** What the page can mount: see test/fixtures/frameworks/heap-page.js. */
const cases = [
  'mount',
  'function',
  'object',
  'element',
  'single-spa',
  'React 19',
  'React 18',
  'Vue',
  'Svelte',
  'Angular',
  'the tag',
];

/** Opened outside the tests: what one of them opens, it closes. */
async function openHeapPage(): Promise<Page> {
  const files: ReadonlyMap<string, string> = await bundleFrameworks();
  const entry = { name: 'heap', exposes: [{ key: './Plain', outFileName: 'heap-plain.js' }], shared: [] };
  const documents: Readonly<Record<string, string>> = {
    'heapEntry.json': JSON.stringify(entry),
    'heap-plain.js': "export { mount } from './heap-page.js';",
  };
  const opened = await openPage(
    `<federation-host><script type="federation-manifest">{ "heap": "/__frameworks/heapEntry.json" }</script></federation-host>
    <script type="module" src="/__frameworks/heap-page.js"></script>`,
    async (path) => {
      const name = path.replace('/__frameworks/', '');
      return documents[name] ?? files.get(name) ?? Promise.reject(new Error(path));
    },
  );
  await opened.waitForFunction('globalThis.cases');
  return opened;
}

const page = hasBrowser ? await openHeapPage() : undefined;

describe(`${times} mounts and unmounts`, { skip: !page }, () => {
  let session: CDPSession;
  const ask = (question: string): Promise<unknown> => (page as Page).evaluate(question);

  before(async () => {
    session = await (page as Page).createCDPSession();
    await session.send('Performance.enable');
    await session.send('HeapProfiler.enable');
  });

  const measure = async (): Promise<Memory> => {
    // Finalizers and frameworks' schedulers get their turn between.
    for (let round = 0; round < 3; round++) {
      await session.send('HeapProfiler.collectGarbage');
      await ask('new Promise((resolve) => setTimeout(resolve, 20))');
    }
    const survivors = await ask('countSurvivors()');
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (name: string): number => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
    return {
      survivors: Number(survivors),
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
      bytes: metric('JSHeapUsedSize'),
    };
  };

  it('are of every contract and adapter', async () => {
    assert.deepEqual(await ask('cases'), cases);
  });

  for (const name of cases) {
    it(`leave nothing behind: ${name}`, async () => {
      // The first ones leave what the engine has compiled; a busy machine compiles later.
      // A leak grows every time.
      await ask(`mountAndUnmount('${name}', ${times})`);
      let later = await measure();
      let growth = Number.POSITIVE_INFINITY;
      for (let round = 0; round < 3 && growth >= 500; round++) {
        const earlier = later;
        await ask(`mountAndUnmount('${name}', ${times})`);
        later = await measure();
        // A framework may hold on to what it did last.
        assert.ok(later.survivors <= 1, `${later.survivors} elements survived`);
        assert.ok(later.nodes <= earlier.nodes + 10, `${earlier.nodes} nodes became ${later.nodes}`);
        assert.ok(later.listeners <= earlier.listeners, `${earlier.listeners} listeners became ${later.listeners}`);
        growth = (later.bytes - earlier.bytes) / times;
      }
      // Far less than the smallest app for each time.
      assert.ok(growth < 500, `each left ${growth} bytes`);
    });
  }
});
