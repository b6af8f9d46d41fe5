import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { BuildSettings } from '../build-settings.js';
import { isDeclaration } from './declaration-paths.js';
import { runProcess } from './run-process.js';

/** The tsconfig.json that counts for a script. */
export interface Tsconfig {
  /** Absolute; `undefined` if there is none. */
  readonly file: string | undefined;
  /** Declarations that count for all its files, as in `declare module '*.svg'`; absolute. */
  readonly ambient: readonly string[];
}

/** What `tsc --showConfig` says. */
interface ShownConfig {
  readonly files?: readonly string[];
  readonly references?: readonly { readonly path: string }[];
}

/**
 * Finds the tsconfig.json of a script: the nearest of the project, or the one of those that it refers to which has the
 * script among its files.
 *
 * @param script - Absolute.
 * @param compiler - Path of `tsc`.
 */
export async function findTsconfig(
  script: string,
  compiler: string,
  { root, esbuild }: Pick<BuildSettings, 'root' | 'esbuild'>,
): Promise<Tsconfig> {
  const nearest = esbuild.tsconfig === undefined ? findNearest(root) : resolve(root, esbuild.tsconfig);
  if (nearest === undefined) return { file: undefined, ambient: [] };
  const shown = await show(nearest, compiler);
  if (!shown.files) {
    for (const { path } of shown.references ?? []) {
      const file = fileOf(resolve(dirname(nearest), path));
      const referred = await show(file, compiler);
      const files = filesOf(referred, file);
      if (files.includes(script)) return { file, ambient: files.filter(isDeclaration) };
    }
  }
  return { file: nearest, ambient: filesOf(shown, nearest).filter(isDeclaration) };
}

function findNearest(root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const file = join(folder, 'tsconfig.json');
    if (existsSync(file)) return file;
    if (folder === dirname(folder)) return undefined;
  }
}

/** A reference names a file, or a folder that has one. */
function fileOf(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? join(path, 'tsconfig.json') : path;
}

async function show(file: string, compiler: string): Promise<ShownConfig> {
  try {
    return JSON.parse(await runProcess([compiler, '--showConfig', '--project', file], dirname(file)));
  } catch {
    // It is not valid, or has no files: the compiler says so itself.
    return {};
  }
}

function filesOf({ files = [] }: ShownConfig, file: string): string[] {
  return files
    .map((path) => resolve(dirname(file), path))
    .flatMap((path) => (existsSync(path) ? realpathSync(path) : []));
}
