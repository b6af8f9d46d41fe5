import type { RemoteEntry } from '../core/remote-entry.js';
import type { FederationStore, LoadedRemote } from './federation-state.js';
import type { ImportMapWriter } from './import-map-writer.js';

/** What of a page a new entry of a remote concerns. */
export interface ReplaceablePage {
  readonly store: FederationStore;
  readonly writer: ImportMapWriter;
}

/**
 * Takes an entry in the place of the one that is known, and adds its hashes and new chunks to the import map. The rest of the
 * map stays: what a page shares it cannot take back.
 */
export async function replaceEntry(entry: RemoteEntry, { store, writer }: ReplaceablePage): Promise<void> {
  await writer.inTurn(async () => {
    const { importMap } = store.state;
    const { base, chunks, exposes } = entry;
    const known = importMap.scopes[base];
    const hashes = [...entry.integrity].filter(([url]) => !(url in importMap.integrity));
    const rules = [...chunks].filter(([name]) => !known?.[name]);
    // Firefox takes one map: not for nothing.
    if (hashes.length + rules.length === 0) return;
    const added = {
      imports: {},
      scopes: rules.length > 0 ? { [base]: Object.fromEntries(rules) } : {},
      integrity: Object.fromEntries(hashes),
    };
    // Where the browser takes no further map, what needs the chunks has to be loaded by what does.
    await writer.addMap(added, rules.length > 0 ? exposes.map(({ url }) => url) : []);
    store.change({
      importMap: {
        ...importMap,
        scopes: { ...importMap.scopes, ...(rules.length > 0 && { [base]: { ...known, ...added.scopes[base] } }) },
        integrity: { ...added.integrity, ...importMap.integrity },
      },
    });
  });
  store.settle({ ...loadedRemote(entry.name, store), entry });
}

/** The entry of a remote that runs, as it is now: fetched again. */
export function refetchEntry(name: string, { store }: ReplaceablePage): Promise<RemoteEntry> {
  return loadedRemote(name, store).fetch();
}

/**
 * The entry of a remote that runs, after a deploy may have taken away the files that the known one names.
 *
 * @returns The one that is known, if it still is the same, or cannot be fetched.
 */
export async function renewEntry(name: string, page: ReplaceablePage): Promise<RemoteEntry> {
  const { entry } = loadedRemote(name, page.store);
  const fresh = await refetchEntry(name, page).catch(() => entry);
  // Names of files change with their content.
  if (JSON.stringify(fresh.exposes) === JSON.stringify(entry.exposes)) return entry;
  await replaceEntry(fresh, page);
  return fresh;
}

function loadedRemote(name: string, store: FederationStore): LoadedRemote {
  return store.state.remotes.get(name) as LoadedRemote;
}
