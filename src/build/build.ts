import { dirname, resolve } from 'node:path';
import type { SourceProblem } from './build-error.js';
import type { BuildMode } from './build-settings.js';
import { bundleProject } from './bundle-project.js';
import { collectWarnings } from './collect-warnings.js';
import { createImportMapDocument } from './create-import-map-document.js';
import { createRemoteEntry } from './create-remote-entry.js';
import { createSettings } from './create-settings.js';
import { emitProject } from './emit-project.js';
import type { FederationConfig } from './federation-config.js';
import { loadConfig } from './load-config.js';
import { readCatalogs } from './read-catalogs.js';
import type { RemoteEntryDocument } from './remote-entry-document.js';
import { entryFileName, type OutputFile, writeOutput } from './write-output.js';

/** What to build, and how. */
export interface BuildOptions {
  /** Folder of the project; default: that of the config file, else the current one. */
  readonly root?: string;
  /** The config, or its file relative to the root; default: the root's `federation.config.{js,mjs,ts}`. */
  readonly config?: FederationConfig | string;
  /** Where the artifacts go; default: what the config says, else `dist`. */
  readonly outDir?: string;
  /** Which of their two builds packages are asked for; default `production`. */
  readonly mode?: BuildMode;
  /** Default: in production. */
  readonly minify?: boolean;
  /** Writes source maps, with the sources in them, beside the files; default false. */
  readonly sourcemap?: boolean;
  /** Uses, and keeps for later builds, what was made of shared packages; default true. */
  readonly cache?: boolean;
}

/** What a build made. */
export interface BuildResult {
  readonly name: string;
  /** Absolute folder that the files are in. */
  readonly outDir: string;
  /** What stands in remoteEntry.json. */
  readonly entry: RemoteEntryDocument;
  /** Everything that was written, by path. */
  readonly files: readonly WrittenFile[];
  /** What the bundler found doubtful. */
  readonly warnings: readonly SourceProblem[];
}

/** A file of the output. */
export interface WrittenFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly contents: Uint8Array;
}

/**
 * Builds a project: its exposed modules, the packages that it shares, and the entry that describes them.
 *
 * The output folder changes only when everything is made, and then as a whole.
 *
 * @throws {@link BuildError}
 *
 * @example
 * ```ts
 * const { entry } = await build({ root: 'remotes/cart' });
 * entry.shared.map(({ packageName }) => packageName); // → ['react', 'react-dom/client', 'react/jsx-runtime']
 * ```
 *
 * Runs in Node.
 */
export async function build(options: BuildOptions = {}): Promise<BuildResult> {
  const { config, root } = await findConfig(options);
  const settings = createSettings(config.value, { ...options, root, file: config.file });
  const bundles = await bundleProject(settings);
  const emitted = emitProject(bundles);
  const entry = createRemoteEntry(emitted, settings, readCatalogs(settings.root));
  const output: OutputFile[] = [
    ...emitted.files,
    ...(emitted.licenses.length > 0 ? [{ path: 'licenses.txt', contents: emitted.licenses.join('\n') }] : []),
    { path: 'importmap.json', contents: `${JSON.stringify(createImportMapDocument(entry), null, 2)}\n` },
    { path: entryFileName, contents: `${JSON.stringify(entry)}\n` },
  ];
  await writeOutput(settings.outDir, output);
  await bundles.kept;
  return {
    name: settings.name,
    outDir: settings.outDir,
    entry,
    files: output.map(({ path, contents }) => ({ path, contents: Buffer.from(contents) })),
    warnings: collectWarnings(bundles, settings, config.file),
  };
}

interface FoundConfig {
  readonly config: { readonly value: unknown; readonly file: string };
  readonly root: string;
}

async function findConfig({ root, config }: BuildOptions): Promise<FoundConfig> {
  const folder = resolve(root ?? '.');
  if (typeof config === 'object') return { config: { value: config, file: 'given to build()' }, root: folder };
  const loaded = await loadConfig(config === undefined ? folder : resolve(folder, config));
  return { config: loaded, root: root === undefined || config === undefined ? dirname(loaded.file) : folder };
}
