// What a page downloads, as brotli sends it: each file that is published, and what each part of the scripts costs.
// A part's cost is what the script is smaller by without it; parts that resemble each other cost less together.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { minify } from 'terser';
// @ts-expect-error: a script without types
import { cssTemplates } from '../scripts/css-templates.mjs';
// @ts-expect-error: a script without types
import { makeBundles } from '../scripts/make-bundles.mjs';
// @ts-expect-error: a script without types
import { insertingThorough, thoroughEntry } from '../scripts/thorough-script.mjs';

/** Something that is bundled, and its parts, by the paths of their files. */
interface Script {
  readonly title: string;
  readonly options: BuildOptions;
  readonly parts: Readonly<Record<string, RegExp>>;
}

const runtimeParts = {
  'agreeing at a glance, with its map': /\/core\/plain\/(?!read|plain-json)/,
  'reading plain manifests and entries': /\/core\/plain\/(?:read|plain-json)/,
  'mounting and its contracts': /\/browser\/(?:mount-module\.|contracts\/)/,
  'getting the thorough script': /\/browser\/thorough\//,
};
const scripts: readonly Script[] = [
  {
    title: 'federation.js',
    options: { ...insertingThorough(''), entryPoints: ['components/bundle.ts'] },
    parts: { tags: /\/components\/(?!bundle\.ts)/, "Lit's reactive element": /\/@lit\//, ...runtimeParts },
  },
  {
    title: 'The runtime without tags',
    options: { ...insertingThorough(''), entryPoints: ['src/index.ts'] },
    parts: runtimeParts,
  },
  {
    title: 'federation-thorough.js',
    options: thoroughEntry(''),
    parts: {
      'versions and ranges': /\/core\/version\./,
      'negotiation, with those, and import map': /\/core\/(?:negotiat|create-import-map|import-map-additions)/,
      'reading manifests and entries': /\/core\/(?:manifest|parse-remote-entry|json-shape|read-\w+)\./,
      'sentences of errors': /\/core\/explain\./,
    },
  },
];

const nothing = /^$/;

const folder = await mkdtemp(join(tmpdir(), 'bundles-'));
await makeBundles(folder);
for (const name of await readdir(folder)) {
  if (name.endsWith('js')) print(name, compressed(await readFile(join(folder, name), 'utf8')));
}
await rm(folder, { recursive: true });

for (const { title, options, parts } of scripts) {
  const script = await bundle(options, nothing);
  const whole = compressed(await minifyAgain(script));
  process.stdout.write(`\n${title}, as a module, minified twice\n`);
  print('all of it', whole);
  print('by esbuild alone', compressed(script));
  print('without what private names cost, at most', compressed((await minifyAgain(script)).replaceAll('this.#', '')));
  for (const [part, files] of Object.entries(parts)) {
    print(`costs of ${part}`, whole - compressed(await minifyAgain(await bundle(options, files))));
  }
}

/** The minified bundle of an entry, without the files of a part, and without what it imports lazily. */
async function bundle(options: BuildOptions, without: RegExp): Promise<string> {
  const { plugins = [], ...others } = options;
  const { outputFiles } = await build({
    ...others,
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    plugins: [leaveOut(without), ...plugins, cssTemplates()],
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
  const { code = '' } = await minify(text, { ecma: 2022, module: true, compress: { passes: 3, hoist_funs: true } });
  return code;
}

function compressed(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

function print(what: string, bytes: number): void {
  process.stdout.write(`  ${what.padEnd(48)} ${(bytes / 1000).toFixed(2).padStart(6)} kB\n`);
}
