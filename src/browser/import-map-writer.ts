import type { FederationError } from '../core/errors.js';
import type { ImportMap } from '../core/import-map.js';
import { agreePlainly } from '../core/plain/agree-plainly.js';
import { createPlainImportMap } from '../core/plain/create-plain-import-map.js';
import type { ResolveBare } from '../core/plan-files.js';
import type { RemoteEntry } from '../core/remote-entry.js';
import type { CompleteOptions } from './complete-options.js';
import { WarningEvent } from './federation-events.js';
import type { FederationStore, NamedRemote } from './federation-state.js';
import type { ModuleLoader } from './module-loader.js';
import type { LoadThorough } from './thorough/load-thorough.js';
import type { Outcome } from './thorough/negotiate-additions.js';

/** The name of the host's own entry. */
export const hostName = 'host';

/** The last step before modules can be loaded: what has arrived goes into the page's import map. */
export class ImportMapWriter {
  readonly #options: CompleteOptions;
  readonly #store: FederationStore;
  readonly #modules: ModuleLoader;
  readonly #loadThorough: LoadThorough;
  /** One map after the other: each is negotiated against what the page was given before. */
  #writing: Promise<void> = Promise.resolve();

  constructor(options: CompleteOptions, store: FederationStore, modules: ModuleLoader, loadThorough: LoadThorough) {
    this.#options = options;
    this.#store = store;
    this.#modules = modules;
    this.#loadThorough = loadThorough;
  }

  /** Begins to fetch what writing will need, where that is certain: what is in use already is never plain. */
  prepare(): void {
    if (this.#store.state.agreement) this.#loadThorough().catch(() => {});
  }

  /** Writes what has arrived by now, together. Never rejects: what became of each remote is in the state. */
  write(): Promise<void> {
    return this.inTurn(() => this.#writeArrived());
  }

  /** Does something with the import map when what is under way has been done. */
  inTurn(write: () => Promise<void>): Promise<void> {
    const writing = this.#writing.then(write);
    this.#writing = writing.catch(() => {});
    return writing;
  }

  /** Gives the page an import map, or a further one. See {@link ModuleLoader.addMap}. */
  addMap(map: ImportMap, bases: readonly string[]): Promise<void> {
    return this.#modules.addMap(map, bases);
  }

  async #writeArrived(): Promise<void> {
    const { arrived } = this.#store.state;
    // Firefox takes one map: not an empty one.
    if (arrived.length === 0) return;
    this.#store.change({ arrived: [] });
    this.#store.mark('entries');
    try {
      const { agreement, map, additions, resolve, warnings } = await this.#negotiate(arrived);
      await this.addMap(
        additions,
        arrived.map(({ base }) => base),
      );
      this.#store.change({ agreement, importMap: map, resolve });
      this.#store.mark('map');
      for (const entry of arrived) this.#settle(entry, agreement.failures.get(entry.name));
      for (const warning of warnings) this.#store.dispatch(new WarningEvent(warning));
    } catch (error) {
      for (const entry of arrived) this.#settle(entry, error as FederationError);
    }
  }

  /** @throws {@link FederationError} `script-unreachable`, if that is not plain at a glance. */
  async #negotiate(arrived: readonly RemoteEntry[]): Promise<Outcome> {
    const { agreement: committed, importMap, remotes } = this.#store.state;
    const { strict, prefer, entry } = this.#options;
    const present = [...(committed?.entries ?? []), ...arrived];
    const host = entry && present.find(({ name }) => name === hostName);
    const options = { strict, prefer, order: [...remotes.keys()], ...(host && { host }) };
    const agreement = committed ? undefined : agreePlainly(arrived, options);
    if (!agreement) return (await this.#loadThorough()).negotiateAdditions(arrived, options, committed, importMap);
    const map = createPlainImportMap(agreement);
    // Everybody is given the same.
    const { imports } = map;
    const resolve: ResolveBare = (specifier) => (Object.hasOwn(imports, specifier) ? imports[specifier] : undefined);
    return { agreement, map, additions: map, resolve, warnings: [] };
  }

  #settle(entry: RemoteEntry, error: FederationError | undefined): void {
    const { name, url, fetch } = this.#store.state.remotes.get(entry.name) as NamedRemote;
    if (error) this.#store.settle({ name, url, fetch, status: 'error', error });
    else this.#store.settle({ name, url, fetch, status: 'loaded', entry });
  }
}
