import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import type { Loader, OnLoadResult, Plugin } from 'esbuild';
import { scriptUrl } from './bundler-options.js';
import { escapePattern } from './escape-pattern.js';
import { findUrlReferences, type UrlReference } from './url-references.js';

const urls = 'federation-url';
/** Namespace of files that are copied as they are. */
export const plainFiles = 'federation-file';
const loaders: Readonly<Record<string, Loader>> = {
  '.js': 'jsx',
  '.mjs': 'js',
  '.cjs': 'js',
  '.jsx': 'jsx',
  '.ts': 'ts',
  '.mts': 'ts',
  '.cts': 'ts',
  '.tsx': 'tsx',
};

/** Whether a file is a script, by its ending. */
export function isScript(file: string): boolean {
  return extname(file) in loaders;
}

/** Bundles what has to be whole in itself, and gives the name of the file that came out. */
export type BundleAlone = (file: string, format: 'esm' | 'iife') => Promise<string>;

/**
 * Takes along the files that sources name by `new URL('…', import.meta.url)`.
 *
 * Scripts and stylesheets are bundled, everything else is copied. A worker's script must come from the page's own
 * origin, which that of a remote is not: it is then started by a script of one line that the page makes itself.
 *
 * @param sources - Scripts that name such files.
 */
export function createUrlPlugin(sources: readonly string[], bundleAlone: BundleAlone): Plugin {
  const alternatives = sources.map(escapePattern);
  return {
    name: 'federation-urls',
    setup(build) {
      build.onLoad({ filter: new RegExp(`^(?:${alternatives.join('|')})$`) }, async ({ path }) => ({
        contents: rewrite(await readFile(path, 'utf8'), path),
        loader: loaders[extname(path)] ?? 'js',
      }));
      build.onResolve({ filter: new RegExp(`^${urls}:`) }, ({ path, resolveDir }) => {
        const [, use = '', file = ''] = path.split(/:(\w[\w-]*):/);
        return { path: resolve(resolveDir, file), namespace: `${urls}-${use}` };
      });
      for (const use of ['url', 'worker', 'classic-worker'] as const) {
        build.onLoad({ filter: /.*/, namespace: `${urls}-${use}` }, ({ path }) => load(path, use, bundleAlone));
      }
      build.onResolve({ filter: /.*/, namespace: `${urls}-url` }, ({ path, resolveDir }) => ({
        path: resolve(resolveDir, path),
        namespace: plainFiles,
      }));
      build.onLoad({ filter: /.*/, namespace: plainFiles }, async ({ path }) => ({
        contents: await readFile(path),
        loader: 'file',
        watchFiles: [path],
      }));
    },
  };
}

/** Puts an import in the place of each name of a file that exists; the lines stay where they are. */
function rewrite(source: string, path: string): string {
  const references = findUrlReferences(source).filter((one) => isFile(resolve(dirname(path), one.path)));
  let text = source;
  const imports: string[] = [];
  for (const [index, { path: file, use, start, end }] of [...references.entries()].reverse()) {
    const name = `__federation_url_${index}`;
    text = text.slice(0, start) + name + text.slice(end);
    imports.push(`import ${name} from ${JSON.stringify(`${urls}:${use}:${file}`)};`);
  }
  return `${text}\n${imports.join('\n')}`;
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

async function load(path: string, use: UrlReference['use'], bundleAlone: BundleAlone): Promise<OnLoadResult> {
  const isBundled = isScript(path) || extname(path) === '.css';
  if (!isBundled) {
    const contents = `import path from ${JSON.stringify(`./${basename(path)}`)};\nexport default new URL(path, import.meta.url);`;
    return { contents, resolveDir: dirname(path), loader: 'js' };
  }
  const name = await bundleAlone(path, use === 'classic-worker' ? 'iife' : 'esm');
  const address = `new URL(${JSON.stringify(`./${name}`)}, import.meta.url)`;
  return { contents: use === 'url' ? `export default ${address};` : workerAddress(address, use), loader: 'js' };
}

function workerAddress(address: string, use: 'worker' | 'classic-worker'): string {
  const script = use === 'worker' ? "'import ' + text" : `'self.${scriptUrl}=' + text + ';importScripts(' + text + ')'`;
  return `const address = ${address};
const text = JSON.stringify(address.href);
export default address.origin === location.origin
  ? address
  : URL.createObjectURL(new Blob([${script}], { type: 'text/javascript' }));`;
}
