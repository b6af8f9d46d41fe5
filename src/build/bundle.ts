import { readFile } from 'node:fs/promises';
import { parse } from 'node:path';
import type * as Esbuild from 'esbuild';
import { createAssetPlugin } from './asset-plugin.js';
import type { BuildSettings } from './build-settings.js';
import { buildWithClassNames, type CallBundler } from './build-with-class-names.js';
import { type BundlerCall, createBundlerOptions } from './bundler-options.js';
import { createBuildFailure } from './create-build-failure.js';
import { createCssModulePlugin, hasCssModules, isGivenUp } from './css-module-plugin.js';
import { esbuild } from './esbuild.js';
import { createFileNamePlugin } from './file-name-plugin.js';
import type { InstalledPackage } from './installed-packages.js';
import { readBundle } from './read-bundle.js';
import { createUrlPlugin, isScript } from './url-plugin.js';
import { hasUrlReference } from './url-references.js';

/** What is to be bundled together. */
export interface BundleRequest {
  /** The package; `undefined` for the project itself. */
  readonly own: InstalledPackage | undefined;
  /** Where its files go in the output, with a trailing slash; empty for the top. */
  readonly folder: string;
  /** File name without hash and ending → absolute source file. */
  readonly entryPoints: ReadonlyMap<string, string>;
  /** Those of the source files that are CommonJS modules, and get an ES module around them; default: none. */
  readonly commonJs?: ReadonlySet<string>;
  /** A script that runs where no import map is, as in a worker: all that it imports is inside. */
  readonly standalone?: 'esm' | 'iife';
}

/** What came out of it; names of files are those that esbuild chose, without a folder. */
export interface Bundle {
  readonly request: BundleRequest;
  /** In esbuild's order. */
  readonly files: readonly BundledFile[];
  /** File names by the names of the request. */
  readonly entries: ReadonlyMap<string, string>;
  /** Source files that left something in the output, absolute. */
  readonly sources: readonly string[];
  /** All source files that it was made of, absolute. */
  readonly inputs: readonly string[];
  readonly edges: readonly BundleEdge[];
  readonly warnings: readonly Esbuild.Message[];
  /** Licences of what is inside, as their authors want them to be shipped. */
  readonly licenses: readonly string[];
}

/** One file of a bundle. */
export interface BundledFile {
  readonly name: string;
  readonly contents: Uint8Array;
  readonly text: string;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  /** Specifiers of its bare static imports. */
  readonly externals: readonly string[];
  readonly dynamicExternals: readonly string[];
  /** Other files that it names, whatever for. */
  readonly references: readonly string[];
  /** Stylesheet of what the file and its static imports import. */
  readonly stylesheet: string | undefined;
  readonly exports: readonly string[];
}

/** An import from one source file to another place. */
export interface BundleEdge {
  /** Absolute; `undefined` if it is none of the disk. */
  readonly importer: string | undefined;
  /** As it stands in the source. */
  readonly specifier: string;
  /** What is imported in the output, where that leaves the bundle; else `undefined`. */
  readonly external: string | undefined;
  /** The file in the bundle that it leads to, absolute; `undefined` if it is none of the disk. */
  readonly target: string | undefined;
}

/** What builds, and what it knows of the build before: most have CSS modules, or none, as the one before. */
export interface Bundler {
  readonly call: CallBundler;
  hasCssModules: boolean;
}

/**
 * Bundles in memory.
 *
 * Files that the sources name by `new URL('…', import.meta.url)` come along. esbuild does not look for such names, and
 * few sources have them; so only if a file of the output has one, its sources are bundled again with an eye on them.
 *
 * @param bundler - Default: one for one build.
 * @throws {@link BuildError} `import-unresolved` or `source-invalid`, with every problem that esbuild found.
 */
export async function bundle(
  request: BundleRequest,
  settings: BuildSettings,
  plugins: readonly Esbuild.Plugin[],
  bundler: Bundler = { call: esbuild.build, hasCssModules: false },
): Promise<Bundle> {
  const ours = [createAssetPlugin(settings), createCssModulePlugin(request, settings)];
  const all = [createFileNamePlugin(), ...plugins, ...ours];
  const first = await run(request, settings, all, bundler);
  const sources = first.files.some(({ name, text }) => isScript(name) && hasUrlReference(text))
    ? await findUrlReferences(first.sources)
    : [];
  if (sources.length === 0) return first;
  const further: Bundle[] = [];
  const urls = createUrlPlugin(sources, async (file, standalone) => {
    const name = parse(file).name.replace(/[^\w.]+/g, '-');
    const entryPoints = new Map([[name, file]]);
    const inner = await bundle({ own: undefined, folder: '', entryPoints, standalone }, settings, []);
    further.push(inner);
    return inner.entries.get(name) ?? '';
  });
  return merge(await run(request, settings, [...all, urls], { ...bundler, call: esbuild.build }), further);
}

async function run(
  request: BundleRequest,
  settings: BuildSettings,
  plugins: readonly Esbuild.Plugin[],
  bundler: Bundler,
): Promise<Bundle> {
  try {
    const options = createBundlerOptions(request, settings, plugins);
    const result = await (bundler.hasCssModules && settings.minify ? buildAsBefore : buildMinified)(options, bundler);
    bundler.hasCssModules = hasCssModules(result.metafile);
    return readBundle(request, settings, result);
  } catch (error) {
    throw createBuildFailure(error, settings.root);
  }
}

async function buildMinified(options: BundlerCall, { call }: Bundler): Promise<Esbuild.BuildResult<BundlerCall>> {
  try {
    return await call(options);
  } catch (error) {
    if (isGivenUp(error)) return await buildWithClassNames(options, call);
    throw error;
  }
}

/** The result is that of a first build, also if the CSS modules are gone. */
async function buildAsBefore(options: BundlerCall, bundler: Bundler): Promise<Esbuild.BuildResult<BundlerCall>> {
  const result = await buildWithClassNames(options, bundler.call);
  return hasCssModules(result.metafile) ? result : await buildMinified(options, bundler);
}

async function findUrlReferences(sources: readonly string[]): Promise<string[]> {
  const scripts = sources.filter(isScript);
  const texts = await Promise.all(scripts.map((file) => readFile(file, 'utf8')));
  return scripts.filter((_, index) => hasUrlReference(texts[index] as string));
}

/** Adds what was bundled apart, and notes who names it. */
function merge(bundle: Bundle, further: readonly Bundle[]): Bundle {
  if (further.length === 0) return bundle;
  const names = further.flatMap(({ entries }) => [...entries.values()]);
  const files = bundle.files.map((file): BundledFile => {
    const named = isScript(file.name) ? names.filter((name) => file.text.includes(name)) : [];
    return named.length === 0 ? file : { ...file, references: [...file.references, ...named] };
  });
  const all = [...files, ...further.flatMap((one) => one.files)];
  return {
    ...bundle,
    files: [...new Map(all.map((file) => [file.name, file])).values()],
    inputs: [...new Set([...bundle.inputs, ...further.flatMap(({ inputs }) => inputs)])],
    warnings: [...bundle.warnings, ...further.flatMap(({ warnings }) => warnings)],
    licenses: [...bundle.licenses, ...further.flatMap(({ licenses }) => licenses)],
  };
}
