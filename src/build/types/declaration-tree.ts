import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { packageNameOf } from '../../core/package-name.js';
import type { BuildSettings } from '../build-settings.js';
import { readDeclarationImports } from './declaration-imports.js';
import { declarationPathOf, declarationPaths, isDeclaration } from './declaration-paths.js';
import { resolveAliases } from './resolve-aliases.js';

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

/** What the compiler wrote; declarations that a person wrote are where they were. */
async function readDeclaration(path: string, compiled: string): Promise<string | undefined> {
  for (const file of [join(compiled, path.replace(/^[a-z]:/i, '')), path]) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  return undefined;
}

async function resolveImports(
  files: readonly Read[],
  compiled: string,
  settings: Pick<BuildSettings, 'root' | 'mode' | 'esbuild' | 'manifest'>,
): Promise<Declaration[]> {
  const packages = new Set(Object.keys({ ...settings.manifest.dependencies, ...settings.manifest.peerDependencies }));
  const named = files.flatMap(({ path, text }) =>
    [...new Set(readDeclarationImports(text).map(({ specifier }) => specifier))].map((specifier) => ({
      path,
      specifier,
      folder: dirname(path),
      isRelative: /^\.{1,2}(?:\/|$)/.test(specifier),
    })),
  );
  const aliased = named.filter(({ specifier, isRelative }) => !isRelative && !packages.has(packageNameOf(specifier)));
  const aliases = await resolveAliases(aliased, settings);
  const resolved = await Promise.all(
    named.map(async (one) => {
      const alias = aliases[aliased.indexOf(one)];
      if (!one.isRelative && alias === undefined) return undefined;
      const found = await findFirst(
        alias === undefined ? declarationPaths(resolve(one.folder, one.specifier)) : pathsOf(alias),
        compiled,
      );
      // A name that is no file of the project is that of a package.
      return one.isRelative || found !== undefined ? ([one.specifier, found] as const) : undefined;
    }),
  );
  return files.map((file) => {
    const own = resolved.filter((_, index) => named[index]?.path === file.path);
    return { ...file, imports: new Map(own.filter((one) => one !== undefined)) };
  });
}

function pathsOf(file: string): string[] {
  const path = declarationPathOf(file);
  return isDeclaration(path) ? [path] : [];
}

async function findFirst(paths: readonly string[], compiled: string): Promise<string | undefined> {
  for (const path of paths) if ((await readDeclaration(path, compiled)) !== undefined) return path;
  return undefined;
}
