import { isBuiltin } from 'node:module';
import { isAbsolute, relative } from 'node:path';
import type { BuildFailure, Message } from 'esbuild';
import { BuildError, type SourceProblem, type UnresolvedImport } from './build-error.js';

/**
 * What a failure of esbuild means to the people of the project.
 *
 * @param root - Folder that files are named from.
 * @returns The error as it was, if it is none of esbuild's.
 */
export function createBuildFailure(error: unknown, root: string): unknown {
  if (!isFailure(error)) return error;
  const imports = error.errors.map(readUnresolved);
  if (imports.length > 0 && imports.every((one) => one !== undefined)) {
    return new BuildError('import-unresolved', { imports: distinct(imports) }, { cause: error });
  }
  return new BuildError(
    'source-invalid',
    { problems: error.errors.map((message) => readProblem(message, root)) },
    { cause: error },
  );
}

/** A message of esbuild, with its place named from the project. */
export function readProblem({ text, location, pluginName }: Message, root: string): SourceProblem {
  const file = location?.file ?? '';
  return {
    text: pluginName && !pluginName.startsWith('federation-') ? `${text} (plugin ${pluginName})` : text,
    file: isAbsolute(file) ? relative(root, file) : file,
    line: location?.line ?? 0,
    column: location ? location.column + 1 : 0,
  };
}

function isFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && Array.isArray((error as Partial<BuildFailure>).errors);
}

function readUnresolved({ text, location }: Message): UnresolvedImport | undefined {
  const specifier = /^Could not resolve "(.+)"$/.exec(text)?.[1];
  if (specifier === undefined || !location) return undefined;
  return { specifier, importer: location.file, line: location.line, builtin: isBuiltin(specifier) };
}

function distinct(imports: readonly UnresolvedImport[]): UnresolvedImport[] {
  return [...new Map(imports.map((one) => [`${one.importer}\0${one.specifier}`, one])).values()];
}
