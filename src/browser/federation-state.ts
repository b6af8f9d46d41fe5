import type { Agreement } from '../core/agreement.js';
import type { ImportMap } from '../core/import-map.js';
import type { ResolveBare } from '../core/plan-files.js';
import type { RemoteEntry } from '../core/remote-entry.js';
import type {
  EntryOptions,
  FederationStatus,
  FederationTimings,
  ManifestOptions,
  ManifestSource,
  RemoteFacts,
  RemoteState,
} from './federation-api.js';
import { RemoteEvent } from './federation-events.js';

/** All that a federation knows: an immutable value, which is replaced. */
export interface FederationState {
  readonly status: FederationStatus;
  readonly manifests: ReadonlyMap<ManifestSource, ManifestRecord>;
  /** By name, in the order in which the names came up. */
  readonly remotes: ReadonlyMap<string, RemoteRecord>;
  /** Entries that no import map knows yet. */
  readonly arrived: readonly RemoteEntry[];
  readonly agreement: Agreement | undefined;
  readonly importMap: ImportMap;
  /** As the import map does it. */
  readonly resolve: ResolveBare;
  readonly timings: Partial<FederationTimings>;
}

/** A manifest, under way or done. */
export interface ManifestRecord {
  readonly options: ManifestOptions;
  readonly loading: Promise<unknown>;
  readonly isFailed: boolean;
}

/** A remote, and how to come by its entry. */
export type RemoteRecord = RemoteState & RemoteSteps;

interface RemoteSteps {
  /** Missing if the manifest is wrong about it. */
  readonly fetch?: (options?: EntryOptions) => Promise<RemoteEntry>;
  /** Its entry, once its modules can be loaded; only while it is under way. */
  readonly loading?: Promise<RemoteEntry>;
  /** Counts somebody who waits for that. */
  readonly wait?: (signal?: AbortSignal) => void;
}

/** A remote that is under way. */
export type LoadingRemote = NamedRemote & Required<RemoteSteps> & { readonly status: 'loading' };

/** A remote whose modules can be loaded. */
export type LoadedRemote = Extract<RemoteState, { status: 'loaded' }> & NamedRemote;

/** A remote that somebody names: what is known of it before anything is fetched. */
export type NamedRemote = RemoteFacts & Required<Pick<RemoteSteps, 'fetch'>>;

/** Holds the state of a federation, one value, which is replaced and never changed, and tells of it. */
export class FederationStore {
  readonly dispatch: (event: Event) => void;
  state: FederationState = {
    status: 'loading',
    manifests: new Map(),
    remotes: new Map(),
    arrived: [],
    agreement: undefined,
    importMap: { imports: {}, scopes: {}, integrity: {} },
    resolve: () => undefined,
    timings: { start: performance.now() },
  };

  constructor(dispatch: (event: Event) => void) {
    this.dispatch = dispatch;
  }

  change(part: Partial<FederationState>): void {
    this.state = { ...this.state, ...part };
  }

  setManifest(source: ManifestSource, record: ManifestRecord): void {
    this.change({ manifests: new Map(this.state.manifests).set(source, record) });
  }

  setRemote(record: RemoteRecord): void {
    this.change({ remotes: new Map(this.state.remotes).set(record.name, record) });
  }

  /** Sets what became of a remote in the end. */
  settle(record: RemoteRecord & { readonly status: 'loaded' | 'error' }): void {
    this.setRemote(record);
    this.tell(record.status === 'loaded' ? 'remoteload' : 'remoteerror', record);
  }

  /** Tells that something happened to a remote. */
  tell(type: RemoteEvent['type'], record: RemoteRecord): void {
    this.dispatch(new RemoteEvent(type, record));
  }

  /** Notes when something was first done. */
  mark(name: keyof FederationTimings): void {
    this.change({ timings: { [name]: performance.now(), ...this.state.timings } });
  }
}
