import type { FederationError } from '../core/errors.js';
import type { RemoteEntry } from '../core/remote-entry.js';
import type { CompleteOptions } from './complete-options.js';
import { countWaiting } from './count-waiting.js';
import type { DocumentFetcher } from './document-fetcher.js';
import type { EntryOptions, ManifestOptions, ManifestSource } from './federation-api.js';
import { WarningEvent } from './federation-events.js';
import type { FederationStore, LoadingRemote, NamedRemote, RemoteRecord } from './federation-state.js';
import { hostName, type ImportMapWriter } from './import-map-writer.js';
import type { LoadThorough } from './thorough/load-thorough.js';
import { Wave } from './wave.js';

/** The remotes of one page, each on its way from its name to the import map, none waiting for another for long. */
export class RemoteRegistry {
  readonly #options: CompleteOptions;
  readonly #store: FederationStore;
  readonly #documents: DocumentFetcher;
  readonly #writer: ImportMapWriter;
  readonly #loadThorough: LoadThorough;
  #wave = new Wave();
  #host: Promise<unknown> = Promise.resolve();

  constructor(
    options: CompleteOptions,
    store: FederationStore,
    documents: DocumentFetcher,
    writer: ImportMapWriter,
    loadThorough: LoadThorough,
  ) {
    this.#options = options;
    this.#store = store;
    this.#documents = documents;
    this.#writer = writer;
    this.#loadThorough = loadThorough;
  }

  /** Adds the remotes of a manifest. Resolves once all that answered in time are in the import map. */
  async addManifest(source: ManifestSource, options: ManifestOptions): Promise<void> {
    const loading = this.#loadManifest(source, options);
    const wave = this.#join(loading);
    this.#store.setManifest(source, { options, loading, isFailed: false });
    try {
      await loading;
    } catch (error) {
      this.#store.setManifest(source, { options, loading, isFailed: true });
      if (!this.#store.state.agreement) this.#store.change({ status: 'error' });
      throw error;
    }
    await this.#written(wave);
  }

  async #loadManifest(source: ManifestSource, options: ManifestOptions): Promise<void> {
    const { remotes, faults, url } = await this.#documents.fetchManifest(source, options);
    this.#store.mark('manifest');
    for (const [name, error] of faults) this.#store.settle({ name, url, status: 'error', error });
    for (const remote of remotes.values()) {
      this.add(this.#documents.namedRemote(remote));
      if (!remote.lazy) this.entryOf(remote.name).catch(() => {});
    }
  }

  /** Takes a remote in, unless its name is taken and has not failed. */
  add(remote: NamedRemote): void {
    const { name, url } = remote;
    const existing = this.#store.state.remotes.get(name);
    if (!existing || existing.status === 'error') this.#store.setRemote({ ...remote, status: 'unloaded' });
    else if (existing.url !== url) {
      const message = `Remote "${name}" stays at ${existing.url}; ${url} is ignored. Rename it.`;
      this.#warn('remote-repeated', name, message);
    }
  }

  /** The entry of a remote, once its modules can be loaded. Begins what is not under way, and again what failed. */
  async entryOf(name: string, options: EntryOptions = {}): Promise<RemoteEntry> {
    const { signal } = options;
    const record = this.#store.state.remotes.get(name) ?? (await this.#find(name));
    signal?.throwIfAborted();
    if (record.status === 'error' && !record.fetch) throw record.error;
    if (record.status === 'loaded') return record.entry;
    const { loading, wait } = record.loading ? (record as LoadingRemote) : this.#begin(record as NamedRemote, options);
    wait(signal);
    return loading;
  }

  /** Begins again what failed. Resolves like {@link addManifest}. */
  async refresh(): Promise<void> {
    const manifests = this.repeatManifests();
    const repeat = (name: string): void => {
      if (this.#store.state.remotes.get(name)?.status === 'error') this.entryOf(name).catch(() => {});
    };
    for (const { name, status, loading } of this.#store.state.remotes.values()) {
      // What is under way may be broken already, and nobody knows yet.
      if (status === 'loading') loading?.catch(() => repeat(name));
      else repeat(name);
    }
    await Promise.all(manifests);
    await this.whenWritten();
  }

  /** Resolves when what is under way now is in the import map, or failed, or is too slow. */
  async whenWritten(): Promise<void> {
    // What is added before the next microtask still belongs to it.
    await this.#written(this.#join(Promise.resolve()));
  }

  async #written(wave: Wave): Promise<void> {
    await wave.closed;
    await this.#writer.write();
    this.#store.change({ status: 'loaded' });
  }

  /** A remote that no manifest has named yet. */
  async #find(name: string): Promise<RemoteRecord> {
    const loading = Array.from(this.#store.state.manifests.values(), (manifest) => manifest.loading);
    const outcomes = await Promise.allSettled(loading);
    const named = this.#store.state.remotes.get(name);
    if (named) return named;
    const { findRemote } = await this.#loadThorough().catch((error) => {
      // Whatever keeps the script away, a manifest that failed is what is missing.
      throw outcomes.find((outcome) => outcome.status === 'rejected')?.reason ?? error;
    });
    return findRemote(name, this.#store, this);
  }

  /** Adds again the manifests that failed. */
  repeatManifests(): Promise<void>[] {
    const failed = [...this.#store.state.manifests].filter(([, { isFailed }]) => isFailed);
    return failed.map(([source, { options }]) => this.addManifest(source, options));
  }

  #begin({ name, url, ...remote }: NamedRemote, options: EntryOptions): LoadingRemote {
    const fetch: NamedRemote['fetch'] = (others = { ...options, signal: undefined }) => remote.fetch(others);
    const named = { name, url, fetch };
    const abandoned = new AbortController();
    const { signal } = abandoned;
    let isFetching = true;
    this.#writer.prepare();
    const fetching = fetch({ ...options, signal }).finally(() => {
      isFetching = false;
    });
    const isHost = name === hostName && this.#options.entry !== undefined;
    if (isHost) this.#host = fetching.catch(() => {});
    // The host is always given its own copies: as long as it may answer, nobody's patience begins.
    const answer = fetching.then(() => this.#host);
    const wave = this.#join(answer, isHost ? undefined : this.#options.patience);
    const loading = this.#include(named, fetching, wave, signal);
    loading.catch(() => {});
    const wait = countWaiting((reason) => {
      if (!isFetching) return;
      abandoned.abort(reason);
      // At once: who asks next must not be given what is about to fail.
      this.#store.setRemote({ ...named, status: 'unloaded' });
    });
    const record = { ...named, loading, wait, status: 'loading' } as const;
    this.#store.setRemote(record);
    return record;
  }

  async #include(
    remote: NamedRemote,
    fetching: Promise<RemoteEntry>,
    wave: Wave,
    abandoned: AbortSignal,
  ): Promise<RemoteEntry> {
    try {
      const entry = await fetching;
      const { name, alias, url } = entry;
      if (alias) {
        const message = `Remote "${name}" calls itself "${alias}" in ${url}. Give it the same name there.`;
        this.#warn('remote-renamed', name, message);
      }
      this.#store.change({ arrived: [...this.#store.state.arrived, entry] });
    } catch (error) {
      if (!abandoned.aborted) this.#store.settle({ ...remote, status: 'error', error: error as FederationError });
      throw error;
    }
    await wave.closed;
    await this.#writer.write();
    const record = this.#store.state.remotes.get(remote.name) as RemoteRecord;
    if (record.status === 'error') throw record.error;
    return fetching;
  }

  #warn(code: string, remote: string, message: string): void {
    this.#store.dispatch(new WarningEvent({ code, remote, message }));
  }

  #join(job: Promise<unknown>, patience?: number): Wave {
    if (this.#wave.isClosed) this.#wave = new Wave();
    this.#wave.join(job, patience);
    return this.#wave;
  }
}
