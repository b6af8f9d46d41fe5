import { basename, relative, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import type { BuildSettings } from './build-settings.js';
import { createBuildFailure } from './create-build-failure.js';
import type { InstalledPackage } from './installed-packages.js';
import { entryPrefix, shimmed, wrapped, wrappedPath } from './sharing-plugin.js';

/** What is to be bundled together. */
export interface BundleRequest {
  /** The package; `undefined` for the project itself. */
  readonly own: InstalledPackage | undefined;
  /** Where its files go in the output, with a trailing slash; empty for the top. */
  readonly folder: string;
  /** File name without hash and ending → absolute source file. */
  readonly entryPoints: ReadonlyMap<string, string>;
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
  readonly edges: readonly BundleEdge[];
  readonly warnings: readonly esbuild.Message[];
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
  /** Absolute source file, where that is in the bundle; else `undefined`. */
  readonly file: string | undefined;
  readonly isDynamic: boolean;
}

/**
 * Bundles in memory: the only door to esbuild's `build`.
 *
 * @throws {@link BuildError} `import-unresolved` or `source-invalid`, with every problem that esbuild found.
 */
export async function bundle(
  request: BundleRequest,
  settings: BuildSettings,
  plugins: readonly esbuild.Plugin[],
): Promise<Bundle> {
  try {
    return readResult(request, settings, await esbuild.build(createOptions(request, settings, plugins)));
  } catch (error) {
    throw createBuildFailure(error, settings.root);
  }
}

type Options = esbuild.BuildOptions & { metafile: true; write: false };

const assetLoaders: Record<string, esbuild.Loader> = Object.fromEntries(
  'apng avif bmp cur gif ico jpeg jpg jxl png svg webp eot otf ttf woff woff2 mp3 mp4 ogg wav webm wasm pdf'
    .split(' ')
    .map((ending) => [`.${ending}`, 'file']),
);

function createOptions(request: BundleRequest, settings: BuildSettings, plugins: readonly esbuild.Plugin[]): Options {
  const { root, mode, minify, sourcemap } = settings;
  const { define, loader, conditions, plugins: theirs, ...passedOn } = settings.esbuild;
  return {
    target: 'es2022',
    // A tsconfig.json that says something else wins.
    jsx: 'automatic',
    ...(isPreact(settings) && { jsxImportSource: 'preact' }),
    ...passedOn,
    absWorkingDir: root,
    entryPoints: [...request.entryPoints].map(([out, file]) => ({ in: entryPrefix + file, out })),
    outdir: root,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    splitting: true,
    write: false,
    metafile: true,
    minify,
    sourcemap: sourcemap ? 'linked' : false,
    charset: 'utf8',
    legalComments: 'external',
    logLevel: 'silent',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    conditions: [...(conditions ?? []), mode, 'module'],
    define: {
      'process.env': '{}',
      'process.env.NODE_ENV': JSON.stringify(mode),
      global: 'globalThis',
      ...define,
    },
    loader: { ...assetLoaders, ...loader },
    plugins: [...plugins, ...(theirs ?? [])],
  };
}

function isPreact({ manifest }: BuildSettings): boolean {
  const all = { ...manifest.devDependencies, ...manifest.peerDependencies, ...manifest.dependencies };
  return 'preact' in all && !('react' in all);
}

type Result = esbuild.BuildResult<Options>;

function readResult(request: BundleRequest, settings: BuildSettings, result: Result): Bundle {
  const { outputs } = result.metafile;
  const licenses: string[] = [];
  const files: BundledFile[] = [];
  const entries = new Map<string, string>();
  for (const output of result.outputFiles) {
    const name = basename(output.path);
    const facts = outputs[name];
    if (name.endsWith('.LEGAL.txt')) licenses.push(output.text);
    else files.push(readFile(name, output, facts));
  }
  const entryNames = namesByEntryPoint(request, settings.root);
  for (const [name, { entryPoint }] of Object.entries(outputs)) {
    const entry = entryPoint !== undefined && name.endsWith('.js') && entryNames.get(entryPoint);
    if (entry) entries.set(entry, name);
  }
  return {
    request,
    files,
    entries,
    sources: readSources(settings.root, outputs),
    edges: readEdges(settings.root, result.metafile),
    warnings: result.warnings,
    licenses,
  };
}

/** What esbuild calls the entry points, be they wrapped or not. */
function namesByEntryPoint({ own, entryPoints }: BundleRequest, root: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const [name, file] of entryPoints) {
    names.set(relative(root, file), name);
    names.set(`${wrapped}:${wrappedPath(own, root, file)}`, name);
  }
  return names;
}

type Output = esbuild.Metafile['outputs'][string];

function readFile(name: string, output: esbuild.OutputFile, facts: Output | undefined): BundledFile {
  const imports = facts?.imports ?? [];
  const ofKind = (kinds: readonly string[], external: boolean): string[] => [
    ...new Set(
      imports.filter((one) => kinds.includes(one.kind) && (one.external ?? false) === external).map(({ path }) => path),
    ),
  ];
  return {
    name,
    contents: output.contents,
    get text() {
      return output.text;
    },
    imports: ofKind(['import-statement'], false),
    dynamicImports: ofKind(['dynamic-import'], false),
    externals: ofKind(['import-statement'], true),
    dynamicExternals: ofKind(['dynamic-import'], true),
    references: [...new Set(imports.filter(({ external }) => !external).map(({ path }) => path))],
    stylesheet: facts?.cssBundle,
    exports: facts?.exports ?? [],
  };
}

function readSources(root: string, outputs: esbuild.Metafile['outputs']): string[] {
  const sources = new Set<string>();
  for (const { inputs } of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) if (bytesInOutput > 0) sources.add(path);
  }
  return [...sources].flatMap((path) => sourceFile(root, path) ?? []);
}

function readEdges(root: string, { inputs }: esbuild.Metafile): BundleEdge[] {
  return Object.entries(inputs).flatMap(([path, { imports }]) =>
    imports.map((one): BundleEdge => {
      const isShim = one.path.startsWith(`${shimmed}:`);
      return {
        importer: sourceFile(root, path),
        specifier: one.original ?? one.path,
        external: isShim ? one.path.slice(shimmed.length + 1) : one.external ? one.path : undefined,
        file: one.external ? undefined : sourceFile(root, one.path),
        isDynamic: one.kind === 'dynamic-import',
      };
    }),
  );
}

/** esbuild names what is no file of the disk by a namespace, as in `federation-require:react`. */
function sourceFile(root: string, path: string): string | undefined {
  return /^[\w-]+:/.test(path) ? undefined : resolve(root, path);
}
