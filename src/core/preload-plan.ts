import type { ImportMap } from './import-map.js';
import { planFiles } from './plan-files.js';
import type { ExposedModule, RemoteEntry } from './remote-entry.js';
import { resolveSpecifier } from './resolve-specifier.js';

/**
 * Lists every file that a browser will load to run an exposed module, so that all can be fetched in one wave.
 *
 * Follows static imports, and bare imports as the import map resolves them, into the files of whichever remote
 * provides them. Dynamic imports stay lazy. Without it a browser finds the graph level by level, a round trip each.
 *
 * @param map - The import map that is in the document.
 * @param entries - The entries of all remotes: their `files` are the graph.
 * @returns URLs, the module's own first, each once. Only the module's own where the entry tells no `files`.
 *
 * Runs anywhere: pure.
 */
export function createPreloadPlan(
  map: ImportMap,
  entries: readonly RemoteEntry[],
  { url }: Pick<ExposedModule, 'url'>,
): readonly string[] {
  return planFiles((specifier, importer) => resolveSpecifier(map, specifier, importer), entries, url);
}
