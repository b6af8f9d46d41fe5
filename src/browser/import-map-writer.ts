import { createImportMap } from '../core/create-import-map.js';
import type { FederationError } from '../core/errors.js';
import { importMapAdditions } from '../core/import-map-additions.js';
import { negotiate } from '../core/negotiate.js';
import type { RemoteEntry } from '../core/remote-entry.js';
import type { CompleteOptions } from './complete-options.js';
import { WarningEvent } from './federation-events.js';
import type { FederationStore, NamedRemote } from './federation-state.js';
import type { ModuleLoader } from './module-loader.js';

/** The name of the host's own entry. */
export const hostName = 'host';

/** The last step before modules can be loaded: what has arrived goes into the page's import map. */
export class ImportMapWriter {
  readonly #options: CompleteOptions;
  readonly #store: FederationStore;
  readonly #modules: ModuleLoader;
  /** One map after the other: each is negotiated against what the page was given before. */
  #writing: Promise<void> = Promise.resolve();

  constructor(options: CompleteOptions, store: FederationStore, modules: ModuleLoader) {
    this.#options = options;
    this.#store = store;
    this.#modules = modules;
  }

  /** Writes what has arrived by now, together. Never rejects: what became of each remote is in the state. */
  write(): Promise<void> {
    return this.#inTurn(() => this.#writeArrived());
  }

  /**
   * Adds the hashes of an entry whose remote is in the map already, after a deploy. The rest of the map stays: what a
   * page shares it cannot take back.
   */
  writeHashes(entry: RemoteEntry): Promise<void> {
    return this.#inTurn(async () => {
      const { importMap } = this.#store.state;
      // Firefox takes one map: not for nothing.
      if (entry.integrity.size === 0) return;
      const whole = { ...importMap, integrity: { ...Object.fromEntries(entry.integrity), ...importMap.integrity } };
      await this.#modules.addMap(importMapAdditions(whole, importMap), []);
      this.#store.change({ importMap: whole });
    });
  }

  #inTurn(write: () => Promise<void>): Promise<void> {
    const writing = this.#writing.then(write);
    this.#writing = writing.catch(() => {});
    return writing;
  }

  async #writeArrived(): Promise<void> {
    const { arrived, agreement: committed, importMap, remotes } = this.#store.state;
    const host = [...(committed?.entries ?? []), ...arrived].find(({ name }) => name === hostName);
    // Firefox takes one map: not an empty one.
    if (arrived.length === 0) return;
    this.#store.change({ arrived: [] });
    this.#store.mark('entries');
    const { strict, prefer, entry } = this.#options;
    try {
      const agreement = negotiate(arrived, {
        strict,
        prefer,
        order: [...remotes.keys()],
        ...(committed && { committed }),
        ...(entry && host && { host }),
      });
      const map = createImportMap(agreement);
      await this.#modules.addMap(
        importMapAdditions(map, importMap),
        arrived.map(({ base }) => base),
      );
      this.#store.change({ agreement, importMap: map });
      this.#store.mark('map');
      for (const entry of arrived) this.#settle(entry, agreement.failures.get(entry.name));
      // The earlier ones come first.
      const newWarnings = agreement.warnings.slice(committed?.warnings.length ?? 0);
      for (const warning of newWarnings) this.#store.dispatch(new WarningEvent(warning));
    } catch (error) {
      for (const entry of arrived) this.#settle(entry, error as FederationError);
    }
  }

  #settle(entry: RemoteEntry, error: FederationError | undefined): void {
    const { name, url, fetch } = this.#store.state.remotes.get(entry.name) as NamedRemote;
    if (error) this.#store.settle({ name, url, fetch, status: 'error', error });
    else this.#store.settle({ name, url, fetch, status: 'loaded', entry });
  }
}
