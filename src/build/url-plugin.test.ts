import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import { buildProject } from '../../test/node/support/build-project.js';
import { depending, pack } from '../../test/node/support/pack.js';
import { hasBrowser, runInBrowser } from '../../test/node/support/run-in-browser.js';
import { isScript } from './url-plugin.js';

const skip = !hasBrowser && 'there is no Chromium';
const worker =
  "import { twice } from './twice'; import { n } from 'a'; self.onmessage = ({ data }: MessageEvent) => postMessage(twice(data) + n);";
const files = {
  ...depending('a'),
  ...pack('a', {
    'index.js': "export const n = 2; export const wasm = new URL('./a.wasm', import.meta.url);",
    'a.wasm': '\0asm',
  }),
  'src/m.ts': `
    import { wasm } from 'a';
    const ask = (it: Worker): Promise<unknown> => new Promise((resolve) => { it.onmessage = ({ data }) => resolve(data); it.postMessage(20); });
    const statusOf = async (url: URL): Promise<number> => (await fetch(url)).status;
    export const ofModule = () => ask(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
    export const ofScript = () => ask(new Worker(new URL('./worker.ts', import.meta.url)));
    export const statuses = async () => [
      await statusOf(new URL('./pixel.png', import.meta.url)),
      await statusOf(new URL('./theme.css', import.meta.url)),
      await statusOf(wasm),
      await statusOf((await import('./deep/lazy')).url),
    ];
    // An older one, new URL('./gone.png', import.meta.url), is only told of.
  `,
  'src/worker.ts': worker,
  'src/twice.ts': 'export const twice = (n: number): number => n * 2;',
  'src/pixel.png': 'PNG',
  'src/theme.css': 'b { background: url(./pixel.png) }',
  'src/deep/lazy.ts': "export const url = new URL('../pixel.png', import.meta.url);",
};
const config = { exposes: { './M': 'src/m.ts' } };

describe('what a source names by new URL(…, import.meta.url)', { skip }, () => {
  for (const mode of ['production', 'development'] as const) {
    it(`is there in the browser, built for ${mode}`, async () => {
      const { outDir } = await buildProject({ files, config, mode });
      const { value, errors } = await runInBrowser(outDir, "return (await import('it/M')).statuses()");
      assert.deepEqual([value, errors], [[200, 200, 200, 200], []]);
    });

    it(`runs as a worker with all that it imports, built for ${mode}`, async () => {
      const { outDir } = await buildProject({ files, config, mode });
      const code = "const m = await import('it/M'); return [await m.ofModule(), await m.ofScript()]";
      assert.deepEqual((await runInBrowser(outDir, code)).value, [42, 42]);
    });
  }

  it('runs as a worker also from another origin than that of the page', async () => {
    const { outDir, entry } = await buildProject({ files, config });
    const server = createServer(async ({ url = '' }, response) => {
      response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' });
      response.end(await readFile(outDir + url));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    after(() => server.close());
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${entry.exposes[0]?.outFileName}`;
    const code = `const m = await import('${address}'); return [await m.ofModule(), await m.ofScript()]`;
    assert.deepEqual((await runInBrowser(outDir, code)).value, [42, 42]);
  });

  it('has the same name wherever it is used, and is written once', async () => {
    const { files: all } = await buildProject({ files, config });
    assert.equal(all.filter(({ path }) => path.includes('pixel-')).length, 1);
  });
});

describe('a script', () => {
  it('is known by its ending', () => {
    assert.deepEqual(['a.ts', 'a.mjs', 'a.jsx', 'a.css', 'a.png', 'a'].map(isScript), [
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
