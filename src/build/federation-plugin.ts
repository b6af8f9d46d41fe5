import { dirname } from 'node:path';
import type { OnLoadResult, OutputFile, PartialMessage, Plugin } from 'esbuild';
import type { BuildOptions, BuildResult } from './build.js';
import { BuildError, type SourceProblem } from './build-error.js';
import type { BuildSettings } from './build-settings.js';
import { bundlesOf } from './bundles-of.js';
import { hashText } from './checked-store.js';
import type { BundlerOptions, FederationConfig } from './federation-config.js';
import { makeProject } from './make-project.js';
import { readProject } from './read-project.js';
import { readScriptOptions, type ScriptOptions } from './script-options.js';
import { writeOutput } from './write-output.js';

/** What the plugin may be told beside the config; the rest is what the esbuild script says. */
export type FederationPluginOptions = Pick<BuildOptions, 'cache' | 'keep' | 'types'>;

const own = 'federation';

/**
 * Builds a remote in an existing esbuild script: what `build()` does, with the script's own plugins, loaders, defines and
 * folders.
 *
 * The script names no entry points: the config's `exposes` are. Options that would make another output are refused.
 *
 * @param config - The config, or its file; default: the one in the working directory.
 *
 * @example
 * ```ts
 * await esbuild.build({
 *   plugins: [federation({ name: 'cart', exposes: { './Cart': './src/cart.tsx' } }), svgPlugin()],
 *   loader: { '.svg': 'text' },
 *   outdir: 'dist',
 * });
 * ```
 *
 * Runs in Node.
 */
export function federation(config?: FederationConfig | string, options: FederationPluginOptions = {}): Plugin {
  return {
    name: own,
    setup(build) {
      const script = readScriptOptions(build.initialOptions, own);
      // esbuild has nothing to write itself: a module that stands for the remote is all that it sees.
      build.initialOptions.entryPoints = [own];
      build.initialOptions.outdir ??= script.root;
      build.initialOptions.write = false;
      let made: Made | undefined;
      build.onResolve({ filter: new RegExp(`^${own}$`) }, ({ kind }) =>
        kind === 'entry-point' ? { path: own, namespace: own } : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: own }, async () => {
        const before: Made | undefined = made;
        made = await make(script, config, options);
        return describe(made, before);
      });
      build.onEnd((result) => {
        // Where the files are written, esbuild hands out none.
        Object.assign(result, { outputFiles: made?.result && !script.write ? outputFiles(made.result) : undefined });
      });
    },
  };
}

/** How one build ended. */
interface Made {
  readonly result?: BuildResult;
  readonly error?: BuildError;
  /** Absolute. */
  readonly inputs: readonly string[];
}

async function make(script: ScriptOptions, config: BuildOptions['config'], options: BuildOptions): Promise<Made> {
  let inputs: readonly string[] = [];
  try {
    const { root, build, bundler, write } = script;
    const read = await readProject({ ...options, ...build, root, ...(config !== undefined && { config }) });
    const settings = withBundler(read.settings, bundler);
    inputs = settings.exposes.map(({ file }) => file);
    const { result, bundles, kept } = await makeProject({ ...read, settings });
    if (write) await writeOutput(result.outDir, result.files, { keep: settings.keep });
    await kept;
    return { result, inputs: bundlesOf(bundles).flatMap((one) => one.inputs) };
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    return { error, inputs };
  }
}

/** What the script says wins over what the config does, option by option. */
function withBundler(settings: BuildSettings, script: BundlerOptions): BuildSettings {
  const { plugins = [], loader, define, alias, conditions = [], ...rest } = script;
  const { esbuild } = settings;
  return {
    ...settings,
    esbuild: {
      ...esbuild,
      ...rest,
      plugins: [...(esbuild.plugins ?? []), ...plugins],
      loader: { ...esbuild.loader, ...loader },
      define: { ...esbuild.define, ...define },
      alias: { ...esbuild.alias, ...alias },
      conditions: [...(esbuild.conditions ?? []), ...conditions],
    },
  };
}

/** What esbuild is told: it watches what the remote is made of, and fails if that fails. */
function describe({ result, error, inputs }: Made, before: Made | undefined): OnLoadResult {
  const watchFiles = [...new Set([...inputs, ...(error ? (before?.inputs ?? []) : [])])];
  const watchDirs = error ? [...new Set(watchFiles.map((file) => dirname(file)))] : [];
  return {
    contents: '',
    loader: 'js',
    watchFiles,
    watchDirs,
    errors: error ? [{ text: `${error.code}: ${error.message}`, detail: error }] : [],
    warnings: (result?.warnings ?? []).map(createMessage),
  };
}

function createMessage({ text, file, line, column }: SourceProblem): PartialMessage {
  return { text, ...(file !== '' && { location: { file, line, column: Math.max(column - 1, 0) } }) };
}

function outputFiles({ outDir, files }: BuildResult): OutputFile[] {
  return files.map(({ path, contents }) => ({
    path: `${outDir}/${path}`,
    contents,
    hash: hashText(Buffer.from(contents).toString('base64')),
    get text() {
      return new TextDecoder().decode(contents);
    },
  }));
}
