import type { Agreement } from '../core/agreement.js';
import type { FederationError } from '../core/errors.js';
import type { ImportMap } from '../core/import-map.js';
import { planFiles } from '../core/plan-files.js';
import type { RemoteEntry } from '../core/remote-entry.js';
import { createBuildFollower, type FollowBuilds } from './build-follower.js';
import { type CompleteOptions, completeOptions } from './complete-options.js';
import { createExplain, type Explain } from './create-explain.js';
import { createTrust } from './create-trust.js';
import { DocumentFetcher } from './document-fetcher.js';
import type {
  EntryOptions,
  Federation,
  FederationOptions,
  FederationStatus,
  FederationTimings,
  FetchOptions,
  LoadedModule,
  LoadOptions,
  ManifestOptions,
  ManifestSource,
  ModuleNamespace,
  RemoteSource,
  RemoteState,
} from './federation-api.js';
import { FederationStore } from './federation-state.js';
import { findExposed } from './find-exposed.js';
import { createImportMapInstaller } from './import-map-installer.js';
import { hostName, ImportMapWriter } from './import-map-writer.js';
import { ModuleLoader } from './module-loader.js';
import { preloadFiles } from './preload-files.js';
import { RemoteRegistry } from './remote-registry.js';
import { settleWithin } from './settle-within.js';
import { createThoroughLoader } from './thorough/load-thorough.js';

/** {@link Federation}, for the document that this script runs in. */
export class PageFederation extends EventTarget implements Federation {
  readonly ready: Promise<Federation>;
  readonly #options: CompleteOptions;
  readonly #explain: Explain;
  readonly #store: FederationStore;
  readonly #documents: DocumentFetcher;
  readonly #modules: ModuleLoader;
  readonly #remotes: RemoteRegistry;
  readonly #followBuilds: FollowBuilds;
  readonly #renew: (name: string) => Promise<RemoteEntry>;

  constructor(options: FederationOptions) {
    super();
    const { manifest, entry } = options;
    const complete = completeOptions(options);
    this.#options = complete;
    this.#store = new FederationStore((event) => this.dispatchEvent(event));
    const trust = createTrust(complete.trustedTypesPolicy);
    const loadThorough = createThoroughLoader({ ...complete, trust });
    this.#explain = createExplain(loadThorough);
    this.#documents = new DocumentFetcher(complete, loadThorough, this.#explain);
    this.#modules = new ModuleLoader(complete, createImportMapInstaller(complete.nonce, trust), this.#explain);
    const writer = new ImportMapWriter(complete, this.#store, this.#modules, loadThorough);
    this.#remotes = new RemoteRegistry(complete, this.#store, this.#documents, writer, loadThorough);
    const page = { store: this.#store, writer };
    this.#followBuilds = createBuildFollower(page);
    this.#renew = async (name) => (await loadThorough()).renewEntry(name, page);
    if (entry) this.register(hostName, entry).catch(() => {});
    this.ready = manifest ? this.addManifest(manifest, options) : this.#remotes.whenWritten().then(() => this);
    // Whoever asks for a module is told the same.
    this.ready.catch(() => {});
    const tryAgain = (): void => void this.refresh().catch(() => {});
    addEventListener('online', tryAgain);
    // Back from the browser's cache, where whatever was under way has been broken off.
    addEventListener('pageshow', ({ persisted }) => persisted && tryAgain());
  }

  get status(): FederationStatus {
    return this.#store.state.status;
  }

  get remotes(): ReadonlyMap<string, RemoteState> {
    return this.#store.state.remotes;
  }

  get agreement(): Agreement | undefined {
    return this.#store.state.agreement;
  }

  get importMap(): ImportMap {
    return this.#store.state.importMap;
  }

  get timings(): FederationTimings {
    return this.#store.state.timings as FederationTimings;
  }

  // What it exports is for the types of the page to say.
  async loadModule(remote: string, module?: string, options: LoadOptions = {}): Promise<LoadedModule<never>> {
    const { timeout = this.#options.timeout, signal } = options;
    const deadline = AbortSignal.timeout(timeout);
    const loading = settleWithin(this.#loadModule(remote, module, { ...options, timeout }), deadline, () =>
      this.#timeoutOf(remote, module, timeout),
    );
    return settleWithin(loading, signal) as Promise<LoadedModule<never>>;
  }

  async register(name: string, source: RemoteSource, options?: EntryOptions): Promise<RemoteEntry> {
    // Its name is taken at once, unless something is wrong with it.
    this.#remotes.add(this.#documents.readRemote(name, source) ?? (await this.#documents.explainRemote(name, source)));
    return this.#remotes.entryOf(name, options);
  }

  async preload(remote: string, module?: string, options?: FetchOptions): Promise<void> {
    const entry = await this.#remotes.entryOf(remote, options);
    if (module === undefined) return;
    const { url, styles } = await findExposed(entry, module, this.#explain);
    const how = this.#waysOf(options);
    const asLinked = { ...how, crossOrigin: how.crossOrigin ?? 'anonymous' } as const;
    preloadFiles(styles, { rel: 'preload', as: 'style', nonce: this.#options.nonce }, asLinked, entry.integrity);
    await this.#modules.preload(this.#filesOf(entry, url), how);
  }

  async addManifest(manifest: ManifestSource, options: ManifestOptions = {}): Promise<Federation> {
    await this.#remotes.addManifest(manifest, options);
    return this;
  }

  async refresh(): Promise<Federation> {
    await this.#remotes.refresh();
    return this;
  }

  async #loadModule(
    remote: string,
    module: string | undefined,
    options: LoadOptions & { readonly timeout: number },
  ): Promise<LoadedModule> {
    const { timeout, retry = this.#options.retry } = options;
    const how = { ...this.#waysOf(options), timeout, retry };
    const load = async (entry: RemoteEntry): Promise<LoadedModule> => {
      const exposed = await findExposed(entry, module, this.#explain);
      const found = { remote: entry.name, exposed, entry };
      options.found?.(found);
      const { url, key } = exposed;
      const request = { ...how, remote: entry.name };
      const importShared = (specifier: string): Promise<ModuleNamespace> | undefined => {
        const shared = this.#store.state.resolve(specifier, url);
        return shared === undefined
          ? undefined
          : this.#modules.load({ ...request, module: specifier, url: shared, files: this.#filesOf(entry, shared) });
      };
      const files = this.#filesOf(entry, url);
      const namespace = await this.#modules.load({ ...request, module: key, url, files });
      return { ...found, url, namespace, timeout, importShared };
    };
    const entry = await this.#remotes.entryOf(remote, options);
    if (entry.buildNotificationsEndpoint) await this.#followBuilds(entry);
    try {
      return await load(entry);
    } catch (error) {
      // A deploy takes away the files that an entry from before it names.
      if ((error as FederationError).code !== 'module-unreachable') throw error;
      const fresh = await this.#renew(entry.name).catch(() => entry);
      if (fresh === entry) throw error;
      return load(fresh);
    }
  }

  /** How files are fetched: as somebody says, else as the page says. */
  #waysOf({ crossOrigin, referrerPolicy, fetchPriority }: FetchOptions = {}): FetchOptions {
    return {
      crossOrigin: crossOrigin ?? this.#options.crossOrigin,
      referrerPolicy: referrerPolicy ?? this.#options.referrerPolicy,
      fetchPriority,
    };
  }

  /** What has not come in time. */
  #timeoutOf(remote: string, module: string | undefined, timeout: number): Promise<FederationError> {
    const { status, url } = this.remotes.get(remote) ?? {};
    return status === 'loading' && url
      ? this.#explain('remote-entry-timeout', { remote, url, timeout })
      : this.#explain('module-timeout', { remote, module: module ?? '', timeout });
  }

  #filesOf(entry: RemoteEntry, url: string): readonly string[] {
    const { resolve, agreement } = this.#store.state;
    return planFiles(resolve, [entry, ...(agreement?.entries ?? [])], url);
  }
}
