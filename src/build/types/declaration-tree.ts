import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { packageNameOf } from '../../core/package-name.js';
import type { BuildSettings } from '../build-settings.js';
import { readDeclarationImports } from './declaration-imports.js';
import { declarationPathOf, declarationPaths, isDeclaration } from './declaration-paths.js';
import { type NamedImport, resolveAliases } from './resolve-aliases.js';

/** A declaration file that somebody needs. */
export interface Declaration {
  /** Absolute; that of its source, with the ending of declarations. */
  readonly path: string;
  readonly text: string;
  /** By the specifiers that name other files of the project: the path of their declarations, `undefined` if none are there. */
  readonly imports: ReadonlyMap<string, string | undefined>;
}

/**
 * Collects declarations and all others of the project that they need; packages are not followed.
 *
 * @param scripts - Absolute paths of the sources to begin with.
 * @param compiled - Folder that the compiler wrote to.
 * @returns By path, those of the scripts first; a script without declarations is left out.
 */
export async function collectDeclarations(
  scripts: readonly string[],
  compiled: string,
  settings: Pick<BuildSettings, 'root' | 'mode' | 'esbuild' | 'manifest'>,
): Promise<Map<string, Declaration>> {
  const declarations = new Map<string, Declaration>();
  let due = scripts.map(declarationPathOf);
  while (due.length > 0) {
    const texts = await Promise.all(due.map((path) => readDeclaration(path, compiled)));
    const read = due.flatMap((path, index) => ({ path, text: texts[index] })).filter(hasText);
    const found = await resolveImports(read, compiled, settings);
    for (const declaration of found) declarations.set(declaration.path, declaration);
    const wanted = found.flatMap(({ imports }) => [...imports.values()].filter((path) => path !== undefined));
    due = [...new Set(wanted)].filter((path) => !declarations.has(path));
  }
  return declarations;
}

type Read = Pick<Declaration, 'path' | 'text'>;

function hasText(one: { path: string; text: string | undefined }): one is Read {
  return one.text !== undefined;
}

async function readDeclaration(path: string, compiled: string): Promise<string | undefined> {
  const file = findDeclaration(path, compiled);
  return file === undefined ? undefined : await readFile(file, 'utf8').catch(() => undefined);
}

/** What the compiler wrote; declarations that a person wrote are where they were. */
function findDeclaration(path: string, compiled: string): string | undefined {
  return [join(compiled, path.replace(/^[a-z]:/i, '')), path].find((file) => existsSync(file));
}

async function resolveImports(
  files: readonly Read[],
  compiled: string,
  settings: Pick<BuildSettings, 'root' | 'mode' | 'esbuild' | 'manifest'>,
): Promise<Declaration[]> {
  const packages = new Set(Object.keys({ ...settings.manifest.dependencies, ...settings.manifest.peerDependencies }));
  const named = files.map(({ path, text }) =>
    [...new Set(readDeclarationImports(text).map(({ specifier }) => specifier))].map((specifier) => ({
      specifier,
      folder: dirname(path),
      isRelative: /^\.{1,2}(?:\/|$)/.test(specifier),
    })),
  );
  const due = named
    .flat()
    .filter(({ specifier, isRelative }) => !isRelative && !packages.has(packageNameOf(specifier)));
  const found = await resolveAliases(due, settings);
  const aliases = new Map(due.map((one, index) => [one, found[index]]));
  return files.map((file, index) => ({
    ...file,
    imports: new Map(named[index]?.flatMap((one) => resolveImport(one, aliases.get(one), compiled))),
  }));
}

/** The specifier and where it leads; nothing for one that is no file of the project: it is that of a package. */
function resolveImport(
  { specifier, folder, isRelative }: NamedImport & { readonly isRelative: boolean },
  alias: string | undefined,
  compiled: string,
): [string, string | undefined][] {
  if (!isRelative && alias === undefined) return [];
  const paths = alias === undefined ? declarationPaths(resolve(folder, specifier)) : pathsOf(alias);
  const found = paths.find((path) => findDeclaration(path, compiled) !== undefined);
  return isRelative || found !== undefined ? [[specifier, found]] : [];
}

function pathsOf(file: string): string[] {
  const path = declarationPathOf(file);
  return isDeclaration(path) ? [path] : [];
}
