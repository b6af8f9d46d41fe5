import type { SourceProblem } from './build-error.js';
import type { BuildMode } from './build-settings.js';
import type { FederationConfig } from './federation-config.js';
import { makeProject } from './make-project.js';
import { readProject } from './read-project.js';
import type { RemoteEntryDocument } from './remote-entry-document.js';
import { writeOutput } from './write-output.js';

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
  /** How many builds before this one keep their files; default: what the config says, else 0. */
  readonly keep?: number;
  /** Uses, and keeps for later builds, what was made of shared packages; default true. */
  readonly cache?: boolean;
  /** Writes the declarations of the exposed modules; default: what the config says, else false. */
  readonly types?: boolean;
}

/** What a build made. */
export interface BuildResult {
  readonly name: string;
  /** Absolute folder that the files are in. */
  readonly outDir: string;
  /** What stands in remoteEntry.json. */
  readonly entry: RemoteEntryDocument;
  /** Everything that is in the folder because of it; the entry is the last. */
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
  const project = await readProject(options);
  const { result, kept } = await makeProject(project);
  await writeOutput(result.outDir, result.files, { keep: project.settings.keep });
  await kept;
  return result;
}
