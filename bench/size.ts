// What a page downloads, as brotli sends it: each file that is published, and what each part of the script costs.
// A part's cost is what the script is smaller by without it; parts that resemble each other cost less together.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { minify } from 'terser';
// @ts-expect-error: a script without types
import { makeBundles } from '../scripts/make-bundles.mjs';

/** Parts of the script, by the paths of their files. */
const parts: Readonly<Record<string, RegExp>> = {
  tags: /\/components\/(?!bundle\.ts)/,
  'versions and ranges': /\/core\/(?:version|exact-version|range)\./,
  'negotiation, with those, and import map': /\/core\/(?:negotiat|create-import-map|import-map-additions)/,
  "Lit's reactive element": /\/@lit\//,
  'mounting and its contracts': /\/browser\/(?:mount-module\.|contracts\/)/,
  'reading manifests and entries': /\/core\/(?:manifest|parse-remote-entry|json-shape|read-integrity)\./,
  'sentences of errors': /\/core\/errors\./,
};

const nothing = /^$/;
const tags = 'components/bundle.ts';
const runtime = 'src/index.ts';

const folder = await mkdtemp(join(tmpdir(), 'bundles-'));
await makeBundles(folder);
for (const name of await readdir(folder)) {
  if (name.endsWith('js')) print(name, compressed(await readFile(join(folder, name), 'utf8')));
}
await rm(folder, { recursive: true });

const script = await bundle(tags, nothing);
const whole = compressed(await minifyAgain(script));
process.stdout.write('\nThe script, minified twice\n');
print('all of it', whole);
print('by esbuild alone', compressed(script));
print('without what private names cost, at most', compressed((await minifyAgain(script)).replaceAll('this.#', '')));
for (const [part, files] of Object.entries(parts)) {
  print(`costs of ${part}`, whole - compressed(await minifyAgain(await bundle(tags, files))));
}

const core = await bundle(runtime, nothing);
process.stdout.write('\nThe runtime without tags\n');
print('all of it, minified twice', compressed(await minifyAgain(core)));
print('by esbuild alone', compressed(core));

/** The minified bundle of an entry, without the files of a part, and without what it imports lazily. */
async function bundle(entry: string, without: RegExp): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    plugins: [leaveOut(without)],
  });
  return outputFiles[0]?.text ?? '';
}

function leaveOut(files: RegExp): Plugin {
  return {
    name: 'leave-out',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /./ }, async ({ path, kind, resolveDir, pluginData }) => {
        if (kind === 'dynamic-import') return { path, external: true };
        if (kind === 'entry-point' || pluginData === files) return undefined;
        const found = await resolve(path, { kind, resolveDir, pluginData: files });
        return files.test(found.path) ? { path, external: true } : undefined;
      });
    },
  };
}

async function minifyAgain(text: string): Promise<string> {
  const { code = '' } = await minify(text, { ecma: 2022, module: true, compress: { passes: 3 } });
  return code;
}

function compressed(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

function print(what: string, bytes: number): void {
  process.stdout.write(`  ${what.padEnd(48)} ${(bytes / 1000).toFixed(2).padStart(6)} kB\n`);
}
