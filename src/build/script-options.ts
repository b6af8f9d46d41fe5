import { resolve } from 'node:path';
import type * as Esbuild from 'esbuild';
import type { BuildOptions } from './build.js';
import { BuildError } from './build-error.js';
import type { BundlerOptions } from './federation-config.js';

/** What the options of an esbuild script mean to the build. */
export interface ScriptOptions {
  readonly root: string;
  readonly build: Pick<BuildOptions, 'outDir' | 'mode' | 'minify' | 'sourcemap'>;
  /** What is passed on. */
  readonly bundler: BundlerOptions;
  /** Whether files are written to the disk. */
  readonly write: boolean;
}

/** Options that mean the same to each bundle. */
const passedOn = [
  'alias',
  'conditions',
  'define',
  'drop',
  'dropLabels',
  'jsx',
  'jsxDev',
  'jsxFactory',
  'jsxFragment',
  'jsxImportSource',
  'keepNames',
  'loader',
  'mainFields',
  'pure',
  'resolveExtensions',
  'supported',
  'target',
  'tsconfig',
  'tsconfigRaw',
] as const satisfies readonly (keyof BundlerOptions)[];

/** Options that are read here, or are between the script and esbuild. */
const heeded: ReadonlySet<string> = new Set([
  ...passedOn,
  ...['absWorkingDir', 'outdir', 'minify', 'plugins', 'write'],
  ...['color', 'logLevel', 'logLimit', 'logOverride'],
]);

/** Options that have one value here, and why. */
const fixed: Readonly<Record<string, readonly unknown[]>> = {
  bundle: [true],
  format: ['esm'],
  platform: ['browser'],
  splitting: [true],
  sourcemap: [false, true, 'linked'],
  charset: ['utf8'],
  legalComments: ['external'],
  treeShaking: [true],
  metafile: [false],
};

const cures: Readonly<Record<string, string>> = {
  entryPoints: 'Name the modules in "exposes": each of them is an entry point.',
  stdin: 'Write the module to a file, and name it in "exposes".',
  outfile: 'Give a folder, by outdir: a remote is more than one file.',
  external: 'Name the packages in "shared", with provide: false where another remote ships them.',
  packages: 'Name the packages in "shared", with provide: false where another remote ships them.',
  inject: 'Import the file where it is needed: it would be in every shared package too.',
  banner: 'Remove it: what shared packages begin with has to be the same for all remotes.',
  footer: 'Remove it: what shared packages end with has to be the same for all remotes.',
  metafile: 'Read the graph in remoteEntry.json: "files" has the size and the imports of each.',
  publicPath: 'Remove it: files are named relative to the module that uses them.',
  entryNames: 'Remove it: names are made of the key and the hash of the content.',
  chunkNames: 'Remove it: names are made of the content.',
  assetNames: 'Remove it: names are made of the content.',
  sourcemap: 'Write true: source maps are files beside the scripts.',
};

/**
 * Reads the options of an esbuild script.
 *
 * @param own - Name of the plugin that asks.
 * @throws {@link BuildError} `option-unsupported`
 */
export function readScriptOptions(options: Esbuild.BuildOptions, own: string): ScriptOptions {
  for (const [option, value] of Object.entries(options)) {
    if (value === undefined || heeded.has(option) || fixed[option]?.includes(value) || isEmpty(value)) continue;
    const [only] = fixed[option] ?? [];
    const instead = cures[option] ?? `Remove it${only === undefined ? '' : `: it is ${JSON.stringify(only)}`}.`;
    throw new BuildError('option-unsupported', { file: 'the esbuild script', option, instead });
  }
  const root = resolve(options.absWorkingDir ?? '.');
  const { outdir, minify, define, plugins = [], sourcemap, write = true } = options;
  const isDevelopment = define?.['process.env.NODE_ENV'] === '"development"';
  const given = passedOn.filter((option) => options[option] !== undefined);
  return {
    root,
    build: {
      ...(outdir !== undefined && { outDir: resolve(root, outdir) }),
      ...(minify !== undefined && { minify }),
      sourcemap: sourcemap === true || sourcemap === 'linked',
      mode: isDevelopment ? 'development' : 'production',
    },
    bundler: {
      ...Object.fromEntries(given.map((option) => [option, options[option]])),
      plugins: plugins.filter(({ name }) => name !== own),
    },
    write,
  };
}

function isEmpty(value: unknown): boolean {
  if (typeof value !== 'object' || value instanceof RegExp) return false;
  return value === null || Object.keys(value).length === 0;
}
