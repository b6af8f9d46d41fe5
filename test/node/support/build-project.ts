import { readFile } from 'node:fs/promises';
import { type BuildOptions, type BuildResult, build } from '../../../src/build/build.js';
import type { FederationConfig } from '../../../src/build/federation-config.js';
import { createProject, type Project, type ProjectOptions } from './create-project.js';

/** A project and what was built from it. */
export interface Built extends BuildResult {
  readonly project: Project;
  /** All scripts, stylesheets and documents of the output, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Builds it again, as it is now. */
  readonly again: (options?: BuildOptions) => Promise<Built>;
}

/** A project, how it is configured, and how it is built. */
export interface BuiltOptions extends ProjectOptions, Omit<BuildOptions, 'config' | 'root'> {
  /** Default: the name `it` and the exposed module `./M` from `src/m.js`. */
  readonly config?: Partial<FederationConfig>;
}

/** Makes a project and builds it. */
export async function buildProject({ packages, files, config, ...options }: BuiltOptions): Promise<Built> {
  const project = await createProject({ ...(packages && { packages }), files });
  const all: FederationConfig = { name: 'it', exposes: { './M': './src/m.js' }, ...config };
  const run = async (more: BuildOptions = {}): Promise<Built> => {
    const result = await build({ root: project.root, config: all, ...options, ...more });
    const readable = result.files.filter(({ path }) => /\.(?:js|css|json|txt|map)$/.test(path));
    const texts = await Promise.all(
      readable.map(async ({ path }) => [path, await readFile(`${result.outDir}/${path}`, 'utf8')] as const),
    );
    return { ...result, project, texts: new Map(texts), again: run };
  };
  return run();
}

/** The specifiers of an entry's shared packages. */
export function sharedOf({ entry }: Pick<BuildResult, 'entry'>): string[] {
  return entry.shared.map(({ packageName }) => packageName);
}
