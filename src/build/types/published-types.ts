import { posix } from 'node:path';
import { readDeclarationImports } from './declaration-imports.js';
import { declarationPaths } from './declaration-paths.js';

/**
 * Reads declarations that a build has published, and all that they name by relative paths, level by level.
 *
 * @param roots - Paths to begin with, relative to the folder of the entry.
 * @param read - Gives the text of a path, `undefined` if it is not there. Paths may lead outside (`../`): it decides.
 * @returns Text by path.
 */
export async function readPublishedTypes(
  roots: readonly string[],
  read: (path: string) => Promise<string | undefined>,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const asked = new Set<string>();
  /** Reads the first of the paths that is there; gives back what it names. */
  const follow = async (paths: readonly string[]): Promise<string[]> => {
    for (const path of paths) {
      if (asked.has(path)) return [];
      asked.add(path);
      const text = await read(path);
      if (text === undefined) continue;
      texts.set(path, text);
      const relative = readDeclarationImports(text).filter(({ specifier }) => /^\.{1,2}\//.test(specifier));
      return relative.map(({ specifier }) => posix.join(posix.dirname(path), specifier));
    }
    return [];
  };
  let due = roots.map((path) => [path]);
  while (due.length > 0) {
    const named = await Promise.all(due.map(follow));
    due = [...new Set(named.flat())].map(declarationPaths);
  }
  return texts;
}
