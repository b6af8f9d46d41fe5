import { initFederation } from '@softarc/native-federation-orchestrator';
import { createImportMap } from '../../src/core/create-import-map.js';
import type { ImportMap } from '../../src/core/import-map.js';
import { negotiate } from '../../src/core/negotiate.js';
import { parseRemoteEntry } from '../../src/core/parse-remote-entry.js';
import type { Texts } from './portfolios.js';

/** From the texts of the entries to the import map: what a page does between the answers of the servers and the map. */
export type Contestant = (texts: Texts) => Promise<ImportMap | undefined>;

/** By name, as they are printed. The orchestrator gets its texts from a `fetch` that answers at once. */
export const contestants: Readonly<Record<string, Contestant>> = {
  'JSON.parse alone': async (texts) => {
    for (const text of texts.values()) JSON.parse(text);
    return undefined;
  },
  'this package': async (texts) =>
    createImportMap(negotiate([...texts].map(([url, text]) => parseRemoteEntry(JSON.parse(text), url)))),
  orchestrator: (texts) => orchestrate(texts, false),
  'orchestrator, pooling': (texts) => orchestrate(texts, true),
};

async function orchestrate(texts: Texts, useAutoExternalPooling: boolean): Promise<ImportMap> {
  globalThis.fetch = async (url) => new Response(texts.get(String(url)));
  const manifest = Object.fromEntries([...texts.keys()].map((url) => [new URL(url).hostname.split('.')[0], url]));
  let map: ImportMap = { imports: {}, scopes: {}, integrity: {} };
  await initFederation(manifest, {
    setImportMapFn: async (given: Partial<ImportMap>) => {
      map = { ...map, ...given };
      return given;
    },
    loadModuleFn: async () => ({}),
    clearStorage: true,
    logLevel: 'error',
    feature: { useAutoExternalPooling },
  } as Parameters<typeof initFederation>[1]);
  return map;
}
