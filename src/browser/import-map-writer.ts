import { createImportMap } from '../core/create-import-map.js';
import type { FederationError } from '../core/errors.js';
import { importMapAdditions } from '../core/import-map-additions.js';
import { negotiate } from '../core/negotiate.js';
import type { FederationOptions } from './federation-api.js';
import { WarningEvent } from './federation-events.js';
import type { FederationStore } from './federation-state.js';
import type { ModuleLoader } from './module-loader.js';

/** The name of the host's own entry. */
export const hostName = 'host';

/** The last step before modules can be loaded: what has arrived goes into the page's import map. */
export class ImportMapWriter {
  readonly #options: FederationOptions;
  readonly #store: FederationStore;
  readonly #modules: ModuleLoader;
  readonly #dispatch: (event: Event) => void;
  /** One map after the other: each is negotiated against what the page was given before. */
  #writing: Promise<void> = Promise.resolve();

  constructor(
    options: FederationOptions,
    store: FederationStore,
    modules: ModuleLoader,
    dispatch: (event: Event) => void,
  ) {
    this.#options = options;
    this.#store = store;
    this.#modules = modules;
    this.#dispatch = dispatch;
  }

  /** Writes what has arrived by now, together. Never rejects: why an entry is not in the map the state tells. */
  write(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    const { arrived, agreement: committed, importMap, failures } = this.#store.state;
    const host = [...(committed?.entries ?? []), ...arrived].find(({ name }) => name === hostName);
    // Firefox takes one map: not an empty one.
    if (arrived.length === 0) return;
    this.#store.change({ arrived: [] });
    this.#store.mark('entries');
    const { strict = false, prefer = 'fewest-bytes', entry } = this.#options;
    try {
      const agreement = negotiate(arrived, {
        strict,
        prefer,
        ...(committed && { committed }),
        ...(entry && host && { host }),
      });
      const map = createImportMap(agreement);
      await this.#modules.addMap(
        importMapAdditions(map, importMap),
        arrived.map(({ base }) => base),
      );
      this.#store.change({ agreement, importMap: map, failures: agreement.failures });
      this.#store.mark('map');
      const known = new Set(committed?.warnings.map(({ message }) => message));
      for (const warning of agreement.warnings) {
        if (!known.has(warning.message)) this.#dispatch(new WarningEvent(warning));
      }
    } catch (error) {
      const failed = arrived.map(({ name }) => [name, error as FederationError] as const);
      this.#store.change({ failures: new Map([...failures, ...failed]) });
    }
  }
}
