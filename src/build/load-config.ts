import { existsSync } from 'node:fs';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Esbuild from 'esbuild';
import { BuildError } from './build-error.js';
import { readProblem } from './create-build-failure.js';
import { esbuild } from './esbuild.js';

/** Config files that are looked for, in this order. */
export const configNames: readonly string[] = ['js', 'mjs', 'ts'].map((ending) => `federation.config.${ending}`);

/** A config file, as it was exported: not checked yet. */
export interface LoadedConfig {
  readonly value: unknown;
  /** Absolute. */
  readonly file: string;
}

/**
 * Loads the config of a project.
 *
 * @param path - The file, or the folder that has one of {@link configNames}.
 * @throws {@link BuildError} `config-missing`, `config-syntax` with the line, `config-failed` if it threw.
 */
export async function loadConfig(path: string): Promise<LoadedConfig> {
  const file = findConfig(resolve(path));
  const { mtimeMs } = await stat(file);
  try {
    const module = extname(file) === '.ts' ? await importTypeScript(file) : await importFresh(file, mtimeMs);
    return { value: module.default, file };
  } catch (error) {
    if (error instanceof BuildError) throw error;
    await checkSyntax(file, error);
    throw new BuildError('config-failed', { file, reason: reasonOf(error) }, { cause: error });
  }
}

function findConfig(path: string): string {
  if (/\.(?:[cm]?js|ts)$/.test(path) && existsSync(path)) return path;
  const found = configNames.map((name) => join(path, name)).find((file) => existsSync(file));
  if (found === undefined) throw new BuildError('config-missing', { folder: path, names: configNames });
  return found;
}

interface ConfigModule {
  readonly default?: unknown;
}

// A module stays loaded under its URL, so that a file that has changed needs another one.
async function importFresh(file: string, version: number): Promise<ConfigModule> {
  return import(`${pathToFileURL(file).href}?version=${version}`);
}

async function importTypeScript(file: string): Promise<ConfigModule> {
  const { outputFiles } = await bundleConfig(file);
  // Beside the config, so that its imports of packages mean the same.
  const script = join(dirname(file), `.${basename(file)}.${process.pid}.${Date.now()}.mjs`);
  await writeFile(script, outputFiles[0]?.contents ?? '');
  try {
    return await import(pathToFileURL(script).href);
  } finally {
    await rm(script, { force: true });
  }
}

async function bundleConfig(file: string): Promise<Esbuild.BuildResult<{ write: false }>> {
  try {
    return await esbuild.build({
      entryPoints: [file],
      bundle: true,
      packages: 'external',
      platform: 'node',
      target: 'node20',
      format: 'esm',
      write: false,
      logLevel: 'silent',
      define: { 'import.meta.url': JSON.stringify(pathToFileURL(file).href) },
    });
  } catch (error) {
    throw createSyntaxError(file, error as Esbuild.BuildFailure);
  }
}

/** Node does not say where a module is wrong; esbuild does. */
async function checkSyntax(file: string, error: unknown): Promise<void> {
  if (!(error instanceof SyntaxError)) return;
  const source = await readFile(file, 'utf8');
  await esbuild.transform(source, { sourcefile: file, logLevel: 'silent' }).catch((failure) => {
    throw createSyntaxError(file, failure);
  });
}

function createSyntaxError(file: string, failure: Esbuild.BuildFailure): Error {
  const [message] = failure.errors;
  if (!message) return failure;
  return new BuildError('config-syntax', { ...readProblem(message, dirname(file)), file }, { cause: failure });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
