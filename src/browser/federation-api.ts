import type { Agreement } from '../core/agreement.js';
import type { FederationError } from '../core/errors.js';
import type { ImportMap } from '../core/import-map.js';
import type { ExposedModule, RemoteEntry } from '../core/remote-entry.js';
import type { RemoteEvent, WarningEvent } from './federation-events.js';
import type { ModuleName, ModuleOf, RemoteName } from './remote-modules.js';

/** What a page says of its federation. Everything is optional. */
export interface FederationOptions extends ManifestOptions {
  /** URL of the manifest, or the manifest itself. Without it there are only the remotes that are registered. */
  readonly manifest?: ManifestSource;
  /** What relative addresses of these options are relative to; default: the document's base URL. */
  readonly base?: string | URL;
  /** URL of the host's own remote entry: its shared packages take precedence. */
  readonly entry?: string | URL;
  /** Milliseconds that one fetch, or the import of one module, may take; default 10000. */
  readonly timeout?: number;
  /** Further attempts after a failure that may pass, such as a server that is down; default 2. */
  readonly retry?: number;
  /**
   * Milliseconds that the first import map waits, after the first entry has answered, for the other entries;
   * default 500. Who answers later is added to the page later.
   */
  readonly patience?: number;
  /** Whether an incompatibility is an error instead of a fallback; default `false`. */
  readonly strict?: boolean;
  /** What to prefer among the agreements that everybody accepts; default `fewest-bytes`. */
  readonly prefer?: 'fewest-bytes' | 'newest';
  /**
   * What to do where the browser rejects an import map: `auto` (default) loads es-module-shims from beside this
   * script, `none` fails, and any other text is the URL of es-module-shims.
   */
  readonly polyfill?: 'auto' | 'none' | (string & {});
  /** Name of the Trusted Types policy that allows the import map; default `federation`. */
  readonly trustedTypesPolicy?: string;
  /** Nonce of the page's Content-Security-Policy; default: that of this script, else of the first element that has one. */
  readonly nonce?: string | undefined;
  /**
   * Origins from which manifests and remotes may come, besides the page's own. Default: the origins that the
   * manifests name, and those of registered remotes.
   */
  readonly allow?: readonly string[];
}

/** How something is fetched, as on `<link>`. */
export interface FetchOptions {
  /** `use-credentials` sends cookies to other origins; default: only to the page's own. */
  readonly crossOrigin?: 'anonymous' | 'use-credentials' | undefined;
  readonly referrerPolicy?: ReferrerPolicy | undefined;
  readonly fetchPriority?: RequestPriority | undefined;
}

/** How the entry of a remote is fetched, and how long somebody wants it. */
export interface EntryOptions extends FetchOptions {
  /** Ends the waiting. The fetch of an entry that nobody waits for any more is given up. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * How a manifest is fetched. `crossOrigin` and `referrerPolicy` of the {@link FederationOptions} are also how the remotes
 * of all manifests are.
 */
export interface ManifestOptions extends FetchOptions {
  /** Hash of the manifest's bytes, as in `sha384-…`. */
  readonly integrity?: string | undefined;
}

/** The URL of a manifest, or what JSON.parse made of one. */
export type ManifestSource = string | URL | Readonly<Record<string, unknown>>;

/** The URL of a remote entry, what a manifest says of a remote, or an entry that has been parsed already. */
export type RemoteSource = string | URL | Readonly<Record<string, unknown>> | RemoteEntry;

/** Where a manifest, or a federation, is in its life. */
export type FederationStatus = 'unloaded' | 'loading' | 'loaded' | 'error';

/**
 * The federation of one document: which remotes there are, what they share, and the way to their modules.
 *
 * What it knows it keeps in one immutable value that it replaces, so whatever a property gives stays as it is.
 *
 * @fires {RemoteEvent} remoteload - A remote's modules can be loaded: its part of the import map is in the page.
 * @fires {RemoteEvent} remoteerror - A remote failed; the others go on.
 * @fires {RemoteEvent} remoteupdate - A remote that is being developed was built again: its modules can be loaded anew.
 * @fires {WarningEvent} warning - Something works, but not as somebody wished.
 */
export interface Federation extends EventTarget {
  /**
   * The federation itself, as soon as the first import map is in the page, even if remotes failed; at once if there
   * is no manifest. Rejects only if a manifest failed that was added before that.
   */
  readonly ready: Promise<Federation>;
  readonly status: FederationStatus;
  /** By name, in the order of the manifests. */
  readonly remotes: ReadonlyMap<string, RemoteState>;
  /** What was agreed on shared packages; `undefined` before the first import map. */
  readonly agreement: Agreement | undefined;
  /** All that the page's import map holds because of this federation. */
  readonly importMap: ImportMap;
  readonly timings: FederationTimings;

  /**
   * Loads a module that a remote exposes.
   *
   * @param remote - Its name in the manifest.
   * @param module - As in `./Cart` or `Cart`; may be left out if the remote exposes only one.
   * @throws {@link FederationError} `remote-unknown`, `exposed-unknown`, the error of the remote's entry or of the
   *   manifest, `module-unreachable`, `module-timeout`, `module-failed`; or the reason of the signal.
   */
  loadModule<Remote extends RemoteName, Name extends ModuleName<Remote>>(
    remote: Remote,
    module?: Name,
    options?: LoadOptions,
  ): Promise<LoadedModule<ModuleOf<Remote, Name>>>;

  /**
   * Adds a remote, before or after the start. A name that is taken keeps its remote, unless that one failed.
   *
   * @returns Its entry, once its modules can be loaded.
   */
  register(name: string, source: RemoteSource, options?: EntryOptions): Promise<RemoteEntry>;

  /**
   * Fetches what a module needs, without running it; without a module only the remote's entry.
   *
   * @param module - As for {@link loadModule}; `''` is the only one that the remote exposes.
   */
  preload(remote: string, module?: string, options?: FetchOptions): Promise<void>;

  /** Adds the remotes of a further manifest. A name that is taken keeps its remote. Resolves like {@link ready}. */
  addManifest(manifest: ManifestSource, options?: ManifestOptions): Promise<Federation>;

  /** Tries again what failed: manifests and remotes. Resolves like {@link ready}. */
  refresh(): Promise<Federation>;

  addEventListener<Type extends keyof FederationEventMap>(
    type: Type,
    listener: (this: Federation, event: FederationEventMap[Type]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** The events of a federation, by type. */
export interface FederationEventMap {
  remoteload: RemoteEvent;
  remoteerror: RemoteEvent;
  remoteupdate: RemoteEvent;
  warning: WarningEvent;
}

/** Something that works, but not as somebody wished; a warning of the negotiation is one. */
export interface FederationWarning {
  readonly code: string;
  readonly remote: string;
  readonly message: string;
}

/** A remote, and where it is in its life. `unloaded` is a lazy one that nobody has asked for. */
export type RemoteState = RemoteFacts &
  (
    | { readonly status: 'unloaded' | 'loading' }
    | { readonly status: 'loaded'; readonly entry: RemoteEntry }
    | { readonly status: 'error'; readonly error: FederationError }
  );

/** What is known of a remote, whatever became of it. */
export interface RemoteFacts {
  readonly name: string;
  /** Absolute URL of its entry, as the manifest gives it. */
  readonly url: string;
}

/** When what was done, in milliseconds since the page's time origin; `undefined` if it was not. */
export interface FederationTimings {
  readonly start: number;
  /** The last manifest that the first import map waited for was there. */
  readonly manifest?: number;
  /** The first import map was made: the entries that it waited for were there. */
  readonly entries?: number;
  /** The first import map was in the page. */
  readonly map?: number;
}

/**
 * How one module is loaded; what is left out is as the federation has it.
 *
 * How it is fetched holds for its files, and for the remote's entry if nobody has asked for that before.
 */
export interface LoadOptions extends EntryOptions {
  /** Milliseconds until `module-timeout`, or `remote-entry-timeout` if not even the remote's entry is there. */
  readonly timeout?: number | undefined;
  /** Further attempts. */
  readonly retry?: number | undefined;
  /** Called before the module is fetched, for what can be fetched beside it; once more if a deploy has moved it. */
  readonly found?: ((module: FoundModule) => void) | undefined;
}

/** A module that a remote exposes, as its entry tells. */
export interface FoundModule {
  readonly remote: string;
  readonly exposed: ExposedModule;
  readonly entry: RemoteEntry;
}

/** A module that a remote exposes, evaluated. */
export interface LoadedModule<Namespace = ModuleNamespace> extends FoundModule {
  /** What was really imported. */
  readonly url: string;
  /** Its exports. */
  readonly namespace: Namespace;
  /** Milliseconds that it was allowed, and that mounting it is. */
  readonly timeout: number;
  /**
   * Imports what the module could import by a bare name, such as `react`: the same copy of it.
   *
   * @returns `undefined` if neither its remote nor the page shares that.
   * @throws {@link FederationError} `module-unreachable`, `module-failed`
   */
  readonly importShared: (specifier: string) => Promise<ModuleNamespace> | undefined;
}

/** The exports of a module, by name. */
export type ModuleNamespace = Readonly<Record<string, unknown>>;
