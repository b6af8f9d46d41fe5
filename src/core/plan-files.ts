import type { FileFacts, RemoteEntry } from './remote-entry.js';

/** The URL of a bare specifier in a file; `undefined` if it leads nowhere. */
export type ResolveBare = (specifier: string, importer: string) => string | undefined;

/**
 * Lists every file that a browser will load to run a module: see `createPreloadPlan`.
 *
 * @param resolve - As the import map that is in the document does it.
 * @param entries - The entries of all remotes: their `files` are the graph.
 * @returns URLs, the module's own first, each once.
 *
 * Runs anywhere: pure.
 */
export function planFiles(resolve: ResolveBare, entries: readonly RemoteEntry[], url: string): readonly string[] {
  // A set keeps its order and may grow while it is walked: each file is visited once, breadth first.
  const plan = new Set([url]);
  for (const importer of plan) {
    const facts = factsOf(importer, entries);
    for (const file of facts?.imports ?? []) plan.add(file);
    for (const specifier of facts?.externals ?? []) {
      const file = facts?.dynamicExternals.includes(specifier) ? undefined : resolve(specifier, importer);
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
