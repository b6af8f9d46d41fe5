import type { FederationError } from '../core/errors.js';
import type { ImportMap } from '../core/import-map.js';
import type { NegotiationOptions } from '../core/negotiate.js';
import { agreePlainly } from '../core/plain/agree-plainly.js';
import { createPlainImportMap } from '../core/plain/create-plain-import-map.js';
import type { ResolveBare } from '../core/plan-files.js';
import type { RemoteEntry } from '../core/remote-entry.js';
import type { CompleteOptions } from './complete-options.js';
import { WarningEvent } from './federation-events.js';
import type { FederationState, FederationStore, NamedRemote } from './federation-state.js';
import type { ModuleLoader } from './module-loader.js';
import type { Thorough } from './thorough/hand-over.js';
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
    // Firefox takes one map: not an empty one.
    if (this.#store.state.arrived.length === 0) return;
    this.#store.mark('entries');
    const plain = this.#agreePlainly();
    const thorough = plain ? undefined : this.#loadThorough();
    // Whoever arrives while that is on its way still is in this map.
    if (thorough) await thorough.catch(() => {});
    const { state } = this.#store;
    const { arrived } = state;
    this.#store.change({ arrived: [] });
    try {
      const { agreement, map, additions, resolve, warnings } =
        plain ?? (await (thorough as Promise<Thorough>)).negotiateAdditions(state, this.#termsOf(state));
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

  /** @returns `undefined` if it is not plain at a glance that all that has arrived can use the same. */
  #agreePlainly(): Outcome | undefined {
    const { state } = this.#store;
    // A map that is there has to be respected, be it the author's.
    const hasMap = state.agreement ?? document.querySelector('script[type=importmap]');
    const agreement = hasMap ? undefined : agreePlainly(state.arrived, this.#termsOf(state));
    if (!agreement) return undefined;
    const map = createPlainImportMap(agreement);
    // Everybody is given the same.
    const { imports } = map;
    const resolve: ResolveBare = (specifier) => (Object.hasOwn(imports, specifier) ? imports[specifier] : undefined);
    return { agreement, map, additions: map, resolve, warnings: [] };
  }

  /** What the page says of the negotiation. */
  #termsOf({ arrived, agreement, remotes }: FederationState): NegotiationOptions {
    const { strict, prefer, entry } = this.#options;
    const host = entry && [...(agreement?.entries ?? []), ...arrived].find(({ name }) => name === hostName);
    return { strict, prefer, order: [...remotes.keys()], ...(host && { host }) };
  }

  #settle(entry: RemoteEntry, error: FederationError | undefined): void {
    const { name, url, fetch } = this.#store.state.remotes.get(entry.name) as NamedRemote;
    if (error) this.#store.settle({ name, url, fetch, status: 'error', error });
    else this.#store.settle({ name, url, fetch, status: 'loaded', entry });
  }
}
