import { existsSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { BuildError, type SourceProblem } from '../build-error.js';
import type { BuildSettings, ExposedSource } from '../build-settings.js';
import { readDeclarationImports, renameDeclarationImports } from './declaration-imports.js';
import { declarationPathOf } from './declaration-paths.js';
import { collectDeclarations, type Declaration } from './declaration-tree.js';
import { findCompiler } from './find-compiler.js';
import { runCompiler } from './run-compiler.js';

/** The declarations of a project's exposed modules. */
export interface DeclaredTypes {
  /** Relative to the output, with `/`; by path. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** By source file: the path of its declarations. */
  readonly exposed: ReadonlyMap<string, string>;
  readonly warnings: readonly SourceProblem[];
}

/** Folder of the output that the declarations are in. */
export const typesFolder = 'types';
const script = /\.[cm]?[jt]sx?$/;
const mostWarnings = 20;

/**
 * Declares the types of the exposed modules by the project's own TypeScript, which reads JSDoc too.
 *
 * Each module has a file after its key, and names what it needs by relative paths: other declarations of the project
 * come along, whatever the project calls them by; packages keep their names.
 *
 * @throws {@link BuildError} `typescript-missing`, `types-failed`
 */
export async function declareTypes(settings: BuildSettings): Promise<DeclaredTypes> {
  const declared = settings.exposes.filter(({ file }) => script.test(file));
  const foreign = settings.exposes.filter(({ file }) => !script.test(file));
  const warnings = foreign.map(({ key, file }) =>
    createWarning(nameOf(file, settings.root), `"${key}" has no types: TypeScript does not read such files.`),
  );
  if (declared.length === 0) return { files: [], exposed: new Map(), warnings };
  const files = [...new Set(declared.map(({ file }) => file))];
  const compiled = await runCompiler(findCompiler(settings.root), files, settings);
  try {
    const declarations = await collectDeclarations(files, compiled.folder, settings);
    const missing = files.filter((file) => !declarations.has(declarationPathOf(file)));
    if (missing.length > 0) throw createFailure(missing, compiled.problems, settings.root);
    const places = placeDeclarations(declarations, declared, settings.root);
    const ofTypes = compiled.problems.slice(0, mostWarnings);
    return {
      files: [...declarations.values()]
        .map((one) => ({ path: places.get(one.path) ?? '', text: relink(one, places) }))
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
      exposed: new Map(files.map((file) => [file, places.get(declarationPathOf(file)) ?? ''])),
      warnings: [...warnings, ...ofTypes, ...warnOfMissing(declarations, compiled.problems, settings.root)],
    };
  } finally {
    await compiled.remove();
  }
}

/**
 * Where {@link declareTypes} will put the declarations of the exposed modules.
 *
 * @returns By source file.
 */
export function planTypes({ exposes }: Pick<BuildSettings, 'exposes'>): Map<string, string> {
  const declared = exposes.filter(({ file }) => script.test(file));
  const places = createPlaces(declared);
  return new Map(declared.map(({ file }) => [file, places.get(declarationPathOf(file)) ?? '']));
}

function createFailure(missing: readonly string[], problems: readonly SourceProblem[], root: string): BuildError {
  const names = new Set(missing.map((file) => nameOf(file, root)));
  const own = problems.filter(({ file }) => names.has(file) || file === '');
  const relevant = own.length > 0 ? own : problems;
  const unknown = [...names].map((name) => createWarning(name, 'TypeScript wrote no declarations for it.'));
  return new BuildError('types-failed', { problems: relevant.length > 0 ? relevant : unknown });
}

/** After their keys those that are exposed, the others after their sources. */
function placeDeclarations(
  declarations: ReadonlyMap<string, Declaration>,
  exposes: readonly ExposedSource[],
  root: string,
): ReadonlyMap<string, string> {
  const places = createPlaces(exposes);
  for (const path of [...declarations.keys()].sort()) {
    const name = nameOf(path, root)
      .replace(/\.d\.[cm]?ts$/, '')
      .replaceAll('../', '_/');
    places.add(path, `modules/${name}`);
  }
  return places;
}

function createPlaces(exposes: readonly ExposedSource[]): Places {
  const places = new Places();
  for (const { key, file } of exposes) places.add(declarationPathOf(file), key.slice(2));
  return places;
}

/** By path of a declaration, where it goes: no two to the same place, also where case does not count. */
class Places extends Map<string, string> {
  readonly #taken = new Set<string>();

  /** @param wanted - Without its folder and ending. */
  add(path: string, wanted: string): void {
    if (this.has(path)) return;
    let name = wanted;
    for (let number = 2; this.#taken.has(name.toLowerCase()); number++) name = `${wanted}-${number}`;
    this.#taken.add(name.toLowerCase());
    this.set(path, `${typesFolder}/${name}.d.ts`);
  }
}

/** Names the other files by where they are now. */
function relink({ path, text, imports }: Declaration, places: ReadonlyMap<string, string>): string {
  const folder = dirname(places.get(path) ?? '');
  return renameDeclarationImports(text, (specifier) => {
    if (!imports.has(specifier)) return undefined;
    const target = places.get(imports.get(specifier) ?? '');
    if (target === undefined) return null;
    const name = relative(folder, target)
      .split(sep)
      .join('/')
      .replace(/\.d\.ts$/, '.js');
    return name.startsWith('.') ? name : `./${name}`;
  });
}

/** What is imported by name from something without declarations, and the compiler does not mind. */
function warnOfMissing(
  declarations: ReadonlyMap<string, Declaration>,
  problems: readonly SourceProblem[],
  root: string,
): SourceProblem[] {
  return [...declarations.values()].flatMap((one) => {
    const kept = renameDeclarationImports(one.text, (specifier) => (isMissing(one, specifier) ? null : undefined));
    const missing = readDeclarationImports(kept).filter(({ specifier }) => isMissing(one, specifier));
    const file = nameOf(sourceOf(one.path), root);
    return missing
      .filter(({ specifier }) => !problems.some((problem) => problem.file === file && problem.text.includes(specifier)))
      .map(({ specifier }) =>
        createWarning(file, `"${specifier}" has no declarations: it can be anything to whoever uses the types.`),
      );
  });
}

/** The script that was declared; declarations that a person wrote are their own source. */
function sourceOf(path: string): string {
  const sources = ['.ts', '.tsx', '.js', '.jsx'].map((ending) =>
    path.replace(/\.d\.([cm]?)ts$/, (_, kind) => ending.replace('.', `.${kind}`)),
  );
  return sources.find((source) => existsSync(source)) ?? path;
}

function isMissing({ imports }: Declaration, specifier: string): boolean {
  return imports.has(specifier) && imports.get(specifier) === undefined;
}

function nameOf(file: string, root: string): string {
  return relative(root, file).split(sep).join('/');
}

function createWarning(file: string, text: string): SourceProblem {
  return { text, file, line: 0, column: 0 };
}
