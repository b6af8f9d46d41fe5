import type { ImportMap } from '../core/import-map.js';
import { prefixesOf } from '../core/resolve-specifier.js';
import type { ModuleNamespace } from './federation-api.js';
import { createImportMapInstaller, type InstallImportMap } from './import-map-installer.js';
import { type ImportUrl, importModule, type ModuleRequest } from './import-module.js';
import { type ImportShim, loadShim } from './load-shim.js';
import { preloadModules } from './preload-modules.js';

/** What a page says of loading modules: see FederationOptions. */
export interface ModuleLoaderOptions {
  readonly nonce: string;
  readonly trustedTypesPolicy: string;
  readonly polyfill: string;
}

const importNatively: ImportUrl = (url) => import(/* @vite-ignore */ /* webpackIgnore: true */ url);

/**
 * The modules of one page, and who loads each: the browser, or es-module-shims what the browser cannot.
 *
 * Neither an import map nor a module can be read back from a page, so this remembers what the page was given.
 */
export class ModuleLoader {
  readonly #options: ModuleLoaderOptions;
  readonly #install: InstallImportMap;
  /** What the page was given, in order. */
  #maps: readonly ImportMap[] = [];
  /** Why the browser takes no more maps; `undefined` as long as it does. */
  #rejection: string | undefined;
  #shim: Promise<ImportShim> | undefined;
  /** Whether the browser loads what is there, by URL or URL prefix. */
  readonly #isNativeBelow = new Map<string, boolean>();
  /** What the browser has loaded. */
  readonly #loaded = new Set<string>();
  /** By URL. One that failed for good stays, because browsers differ in what they make of a second import. */
  readonly #modules = new Map<string, Promise<ModuleNamespace>>();
  /** Whose import does not end: as far as a browser is concerned, that is for ever. */
  readonly #stuck = new Set<string>();
  #retries = 0;

  constructor(options: ModuleLoaderOptions) {
    this.#options = options;
    this.#install = createImportMapInstaller(options.nonce, options.trustedTypesPolicy);
  }

  /**
   * Gives the page an import map, or a further one.
   *
   * @param bases - URL prefixes of the remotes that it is for.
   * @throws {@link FederationError} `import-map-rejected`
   */
  async addMap(map: ImportMap, bases: readonly string[]): Promise<void> {
    this.#rejection ??= await this.#install(map);
    const isAccepted = this.#rejection === undefined;
    const shim = await (isAccepted ? this.#shim : this.#openShim());
    shim?.addImportMap(map);
    for (const base of bases) this.#isNativeBelow.set(base, isAccepted);
    if (!isAccepted) this.#takeFromBrowser(map);
    this.#maps = [...this.#maps, map];
  }

  /**
   * Imports a module once, whoever asks.
   *
   * @throws {@link FederationError} `module-unreachable`, `module-failed`
   */
  load(request: ModuleRequest): Promise<ModuleNamespace> {
    const { url } = request;
    const isStuck = this.#stuck.delete(url);
    const known = this.#modules.get(url);
    if (known && !isStuck) return known;
    const loading = importModule(request, this.#waysTo(request).slice(isStuck ? 2 : 0), this.#hashes);
    this.#modules.set(url, loading);
    loading.then(
      () => this.#stuck.delete(url),
      ({ code }) => code === 'module-failed' || this.#modules.delete(url),
    );
    return loading;
  }

  /** Lets the next {@link load} go another way, unless the import in progress ends before. */
  giveUp(url: string): void {
    if (this.#modules.has(url)) this.#stuck.add(url);
  }

  /** Fetches what the browser is to load, without running it. */
  preload(files: readonly string[]): void {
    if (files.every(this.#isNative)) preloadModules(files, this.#options.nonce);
  }

  /** The first is the way; the others go around what browsers remember of a failure. */
  #waysTo({ url, files }: ModuleRequest): ImportUrl[] {
    const importByShim: ImportUrl = async () => (await this.#openShim())(url);
    // es-module-shims remembers failures too.
    const importByShimAgain: ImportUrl = async () => {
      const shim = await this.#openShim();
      const again = this.#anotherName(url);
      const hash = this.#hashes[url];
      if (hash) shim.addImportMap({ imports: {}, scopes: {}, integrity: { [again]: hash } });
      return shim(again);
    };
    if (!files.every(this.#isNative)) return [importByShim, importByShimAgain, importByShimAgain];
    const importByBrowser: ImportUrl = async () => {
      const namespace = await importNatively(url);
      for (const file of files) this.#loaded.add(file);
      return namespace;
    };
    const importForeign: ImportUrl = () => {
      for (const file of files) if (!this.#loaded.has(file)) this.#isNativeBelow.set(file, false);
      return importByShim(url);
    };
    if (files.length > 1) this.preload(files);
    // Firefox remembers a file that did not arrive: its module has to go by another name, or by the other loader.
    // Under another name the browser knows no hash for it.
    const importAgain: ImportUrl = () => importNatively(this.#anotherName(url));
    return [importByBrowser, importByBrowser, ...(url in this.#hashes ? [] : [importAgain]), importForeign];
  }

  /** The fragment makes it another module, and leaves it the same file for every cache. */
  #anotherName(url: string): string {
    return `${url}#retry=${++this.#retries}`;
  }

  get #hashes(): Readonly<Record<string, string>> {
    return Object.assign({}, ...this.#maps.map(({ integrity }) => integrity));
  }

  /** The narrowest prefix that is known decides. */
  readonly #isNative = (url: string): boolean => {
    for (const prefix of prefixesOf(url)) {
      const isNative = this.#isNativeBelow.get(prefix);
      if (isNative !== undefined) return isNative;
    }
    return false;
  };

  /** A copy that only this map leads to has to see what this map says of its imports, wherever it comes from. */
  #takeFromBrowser(map: ImportMap): void {
    const known = new Set(this.#maps.flatMap(addressesOf));
    for (const url of addressesOf(map)) {
      if (known.has(url)) continue;
      const folder = new URL('.', url).href;
      this.#isNativeBelow.set(this.#isNativeBelow.has(folder) ? url : folder, false);
    }
  }

  #openShim(): Promise<ImportShim> {
    this.#shim ??= this.#loadShim();
    return this.#shim;
  }

  async #loadShim(): Promise<ImportShim> {
    const { polyfill, nonce } = this.#options;
    try {
      const shim = await loadShim(polyfill, nonce, this.#rejection ?? 'it takes no second one', this.#isNative);
      for (const map of this.#maps) shim.addImportMap(map);
      return shim;
    } catch (error) {
      this.#shim = undefined;
      throw error;
    }
  }
}

function addressesOf({ imports, scopes }: ImportMap): string[] {
  return [imports, ...Object.values(scopes)].flatMap((rules) => Object.values(rules));
}
