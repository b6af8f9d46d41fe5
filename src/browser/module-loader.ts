import type { ImportMap } from '../core/import-map.js';
import type { Explain } from './create-explain.js';
import type { FetchOptions, ModuleNamespace } from './federation-api.js';
import { findOwnNonce } from './find-nonce.js';
import type { InstallImportMap } from './import-map-installer.js';
import { importNatively } from './import-natively.js';
import { preloadFiles } from './preload-files.js';
import { reasonOf } from './reason-of.js';
import type { Fault, RescueLoader } from './rescue-loader.js';

/** What a page says of loading modules: see FederationOptions. */
export interface ModuleLoaderOptions {
  readonly nonce: string;
  readonly polyfill: string;
}

/** A module to load, and all that loading it may need. */
export interface ModuleRequest extends FetchOptions {
  readonly remote: string;
  /** Its key, as in `./Cart`. */
  readonly module: string;
  readonly url: string;
  /** URLs of all its files, its own first, as far as they are known. */
  readonly files: readonly string[];
  /** Milliseconds until a file counts as broken. */
  readonly timeout: number;
  /** How often to wait for a broken file to be mended. */
  readonly retry: number;
}

/** An import map that the page was given. */
export interface GivenMap {
  readonly map: ImportMap;
  /** URL prefixes of the remotes that it is for. */
  readonly bases: readonly string[];
  /** Why the browser rejected it; `undefined` if it did not. */
  readonly rejection: string | undefined;
}

/** How loading a module ended. */
export type LoadOutcome = { readonly namespace: ModuleNamespace } | LoadFailure;

/** Why a module could not be loaded. */
export interface LoadFailure {
  readonly code: 'module-failed' | 'module-unreachable';
  readonly reason: string;
  readonly cause: unknown;
}

/**
 * The modules of one page, loaded by the browser; what that cannot do is left to a {@link RescueLoader}, which is
 * fetched when there is something to rescue.
 *
 * Neither an import map nor a module can be read back from a page, so this remembers what the page was given.
 */
export class ModuleLoader {
  readonly #options: ModuleLoaderOptions;
  readonly #install: InstallImportMap;
  readonly #explain: Explain;
  #given: readonly GivenMap[] = [];
  /** Why the browser takes no more maps. */
  #rejection: string | undefined;
  /** What the browser cannot load goes to it, once there is one. */
  #rescue: RescueLoader | undefined;
  #opening: Promise<RescueLoader> | undefined;
  /** Of each module that the browser has loaded, or is loading: its files. */
  readonly #loaded = new Set<readonly string[]>();
  /** By URL. One that failed for good stays: WebKit calls the second import of a module that threw a success. */
  readonly #modules = new Map<string, Promise<ModuleNamespace>>();

  constructor(options: ModuleLoaderOptions, install: InstallImportMap, explain: Explain) {
    this.#options = options;
    this.#install = install;
    this.#explain = explain;
  }

  /**
   * Gives the page an import map, or a further one.
   *
   * @param bases - URL prefixes of the remotes that it is for.
   * @throws {@link FederationError} `import-map-rejected`
   */
  async addMap(map: ImportMap, bases: readonly string[]): Promise<void> {
    this.#rejection ??= await this.#install(map);
    const rejection = this.#rejection;
    const given = { map, bases, rejection };
    try {
      const rescue = rejection ? await this.#openRescue() : this.#rescue;
      if (rescue) await rescue.add(given);
    } catch (cause) {
      throw await this.#explain('import-map-rejected', { reason: rejection ?? reasonOf(cause) }, { cause });
    }
    this.#given = [...this.#given, given];
  }

  /**
   * Imports a module once, whoever asks: an import that does not end can be neither aborted nor begun again.
   *
   * @throws {@link FederationError} `module-unreachable`, `module-failed`
   */
  load(request: ModuleRequest): Promise<ModuleNamespace> {
    const { url } = request;
    const known = this.#modules.get(url);
    if (known) return known;
    const loading = this.#load(request);
    this.#modules.set(url, loading);
    loading.catch(({ code }) => code === 'module-failed' || this.#modules.delete(url));
    return loading;
  }

  /** Fetches what the browser is to load, without running it. */
  async preload(files: readonly string[], options?: FetchOptions): Promise<void> {
    if (this.#isNative(files)) preloadModules(files, options);
  }

  #isNative(files: readonly string[]): boolean {
    return !this.#rescue || files.every(this.#rescue.isNative);
  }

  async #load(request: ModuleRequest): Promise<ModuleNamespace> {
    const { remote, module, url, files, crossOrigin, referrerPolicy, fetchPriority } = request;
    let fault: Fault | undefined;
    if (this.#isNative(files)) {
      // How a file is fetched can be said of a link, and not of an import.
      if (files.length > 1 || crossOrigin || referrerPolicy || fetchPriority) {
        preloadModules(files, request);
      }
      this.#loaded.add(files);
      try {
        return await importNatively(url);
      } catch (cause) {
        this.#loaded.delete(files);
        fault = { cause };
      }
    }
    const outcome = await this.#openRescue().then(
      (opened) => opened.load(request, fault),
      (cause): LoadOutcome => ({ code: 'module-unreachable', reason: reasonOf((fault ?? { cause }).cause), cause }),
    );
    if ('namespace' in outcome) return outcome.namespace;
    const { code, reason, cause } = outcome;
    throw await this.#explain(code, { remote, module, url, reason }, { cause });
  }

  #openRescue(): Promise<RescueLoader> {
    this.#opening ??= import('./rescue-loader.js').then(
      ({ RescueLoader }) => {
        this.#rescue = new RescueLoader(this.#options, this.#given, this.#loaded);
        return this.#rescue;
      },
      (error) => {
        this.#opening = undefined;
        throw error;
      },
    );
    return this.#opening;
  }
}

/** Nothing is fetched by a nonce that is not known, because Firefox and WebKit would remember the refusal. */
function preloadModules(files: readonly string[], options: FetchOptions | undefined): void {
  const nonce = findOwnNonce();
  if (nonce !== undefined) preloadFiles(files, { rel: 'modulepreload', nonce }, options);
}
