import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { WrittenFile } from '../../../src/build/build.js';
import { type PageResult, runOnPage } from './run-in-browser.js';

const define = fileURLToPath(new URL('../../../components/define.ts', import.meta.url));

/**
 * Puts remotes on one page, each in a `<federation-remote>`, with the tags and the runtime as they are in the sources.
 *
 * @param remotes - The files of what was built, by name; each exposes `./M`.
 * @param code - Body of an async function; runs when all remotes have loaded or failed.
 */
export async function runSideBySide(
  remotes: ReadonlyMap<string, readonly WrittenFile[]>,
  code: string,
): Promise<PageResult> {
  const runtime = await bundleRuntime();
  const names = [...remotes.keys()];
  const manifest = Object.fromEntries(names.map((name) => [name, `/${name}/remoteEntry.json`]));
  const tags = names.map(
    (name) => `<federation-remote remote="${name}" module="./M" loading="eager"></federation-remote>`,
  );
  const html = `
    <federation-host><script type="federation-manifest">${JSON.stringify(manifest)}</script></federation-host>
    ${tags.join('\n')}
    <script type="module" src="/runtime/define.js"></script>`;
  const read = async (path: string): Promise<Uint8Array> => {
    const [, name = '', file = ''] = /^\/([^/]+)\/(.+)$/.exec(path) ?? [];
    const found = remotes.get(name)?.find((one) => one.path === file)?.contents ?? runtime.get(path);
    if (!found) throw new Error(`There is no ${path}.`);
    return found;
  };
  const settled = `
    const remotes = [...document.querySelectorAll('federation-remote')];
    const isSettled = (one) => one.matches(':state(loaded), :state(error)');
    for (let tries = 0; tries < 600 && !remotes.every(isSettled); tries++) await new Promise(requestAnimationFrame);
  `;
  return runOnPage(html, read, settled + code);
}

async function bundleRuntime(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: [define],
    outdir: '/runtime',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return new Map(outputFiles.map(({ path, contents }) => [path, contents]));
}
