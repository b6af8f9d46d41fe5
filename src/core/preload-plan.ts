import type { ImportMap } from './import-map.js';
import type { ExposedModule, FileFacts, RemoteEntry } from './remote-entry.js';
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
  module: Pick<ExposedModule, 'url'>,
): readonly string[] {
  // A set keeps its order and may grow while it is walked: each file is visited once, breadth first.
  const plan = new Set([module.url]);
  for (const url of plan) {
    const facts = factsOf(url, entries);
    for (const file of facts?.imports ?? []) plan.add(file);
    for (const specifier of facts?.externals ?? []) {
      const file = facts?.dynamicExternals.includes(specifier) ? undefined : resolveSpecifier(map, specifier, url);
      if (file !== undefined) plan.add(file);
    }
  }
  return [...plan];
}

function factsOf(url: string, entries: readonly RemoteEntry[]): FileFacts | undefined {
  for (const { files } of entries) {
    const facts = files.get(url);
    if (facts) return facts;
  }
  return undefined;
}
