import { readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { InstalledPackage } from './installed-packages.js';

/** Leads a specifier to its file, as the bundler would; `undefined` if it leads nowhere. */
export type ResolveSpecifier = (specifier: string) => Promise<string | undefined>;

/** The same for many; what leads nowhere is left out. */
export type ResolveAll = (specifiers: readonly string[]) => Promise<ReadonlyMap<string, string>>;

const code = new Set(['.js', '.mjs', '.cjs', '.jsx', '.ts', '.mts', '.cts', '.tsx', '.vue', '.svelte']);

/** Whether a file is a module, and not a stylesheet, a text or data. */
export function isCode(file: string): boolean {
  return code.has(extname(file)) && !file.endsWith('.d.ts');
}

/**
 * The specifier by which a file of a package may be imported from outside.
 *
 * @returns `undefined` if it is none of the package's entry points.
 */
export async function findSpecifier(
  owner: InstalledPackage,
  file: string,
  resolve: ResolveSpecifier,
): Promise<string | undefined> {
  const path = `./${relative(owner.root, file).split(sep).join('/')}`;
  for (const subpath of subpathsFor(owner.manifest.exports, path)) {
    const specifier = owner.name + subpath.slice(1);
    if ((await resolve(specifier)) === file) return specifier;
  }
  return undefined;
}

/**
 * Every entry point of a package that is a module, specifier → file.
 *
 * Those that its `exports` name, patterns filled in with the files that there are; without `exports` its main entry
 * point, and folders that have a package.json of their own.
 */
export async function listEntryPoints(
  owner: InstalledPackage,
  resolve: ResolveAll,
): Promise<ReadonlyMap<string, string>> {
  const { exports } = owner.manifest;
  const files = listFiles(owner.root);
  const subpaths =
    exports === undefined
      ? ['.', ...files.filter((file) => /^\.\/.+\/package\.json$/.test(file)).map((file) => file.slice(0, -13))]
      : [...new Set(['./', ...files].flatMap((file) => subpathsFor(exports, file)))];
  const found = await resolve(subpaths.map((subpath) => owner.name + subpath.slice(1)));
  const modules = [...found].filter(([, file]) => isCode(file));
  return new Map(modules.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Subpaths, as in `.` and `./decorators.js`, that may lead to a file. */
function subpathsFor(exports: unknown, file: string): string[] {
  if (exports === undefined || exports === null) return ['.', file, file.replace(/(?:\/index)?\.\w+$/, '')];
  const subpaths = isSubpaths(exports) ? Object.entries(exports) : [['.', exports] as const];
  return subpaths.flatMap(([subpath, target]) => {
    if (!subpath.includes('*')) return [subpath];
    return targetsOf(target).flatMap((pattern) => {
      const [before = '', after = ''] = pattern.split('*');
      const fits = pattern.includes('*') && file.startsWith(before) && file.endsWith(after);
      return fits ? [subpath.replace('*', file.slice(before.length, file.length - after.length))] : [];
    });
  });
}

function isSubpaths(exports: unknown): exports is Record<string, unknown> {
  return typeof exports === 'object' && exports !== null && Object.keys(exports).every((key) => key.startsWith('.'));
}

/** All targets of an entry of `exports`, whatever the conditions. */
function targetsOf(target: unknown): string[] {
  if (typeof target === 'string') return [target];
  return typeof target === 'object' && target !== null ? Object.values(target).flatMap(targetsOf) : [];
}

function listFiles(root: string, folder = '.'): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((one) => {
    const path = `${folder}/${one.name}`;
    if (one.isDirectory()) return one.name === 'node_modules' ? [] : listFiles(root, path);
    return [path];
  });
}
