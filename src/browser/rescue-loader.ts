import type { ImportMap } from '../core/import-map.js';
import { prefixesOf } from '../core/resolve-specifier.js';
import type { ModuleNamespace } from './federation-api.js';
import { importNatively } from './import-natively.js';
import { type ImportShim, loadShim } from './load-shim.js';
import { looksUnreachable } from './looks-unreachable.js';
import type { GivenMap, LoadFailure, LoadOutcome, ModuleLoaderOptions, ModuleRequest } from './module-loader.js';
import { pause } from './pause.js';
import { probe } from './probe.js';
import { reasonOf } from './reason-of.js';

/** How the browser failed. */
export interface Fault {
  readonly cause: unknown;
}

type ImportModule = () => Promise<ModuleNamespace>;

/**
 * Loads what the browser's own loader cannot: what a map that it rejected leads to, and what it remembers as failed.
 *
 * Most pages never need it, so it is a file of its own. It does it by es-module-shims, in shim mode, and leaves to the
 * browser what the browser can load, so a module that both sides import has one instance.
 */
export class RescueLoader {
  readonly #options: ModuleLoaderOptions;
  /** Of each module that the browser has loaded, or is loading: its files. */
  readonly #loaded: Set<readonly string[]>;
  #maps: readonly ImportMap[] = [];
  #shim: Promise<ImportShim> | undefined;
  /** Whether the browser loads what is there, by URL or URL prefix. */
  readonly #owners = new Map<string, boolean>();
  #retries = 0;

  constructor(options: ModuleLoaderOptions, given: readonly GivenMap[], loaded: Set<readonly string[]>) {
    this.#options = options;
    this.#loaded = loaded;
    for (const each of given) this.#take(each);
  }

  /** Learns of a map; rejects if the browser does not take it, and es-module-shims is not there either. */
  async add(given: GivenMap): Promise<void> {
    const shim = await (given.rejection === undefined ? this.#shim : this.#openShim());
    shim?.addImportMap(given.map);
    this.#take(given);
  }

  /** Whether the browser is to load a file: the narrowest prefix that is known decides. */
  readonly isNative = (url: string): boolean => {
    for (const prefix of prefixesOf(url)) {
      const isNative = this.#owners.get(prefix);
      if (isNative !== undefined) return isNative;
    }
    return false;
  };

  /**
   * Loads a module by one way after the other, for browsers and es-module-shims remember a failure.
   *
   * Only a module whose files did not arrive is tried again, and only after fetching them has shown that they are there
   * now (which also repairs what WebKit and a cache remember). A module that is broken never runs twice.
   *
   * @param fault - How the browser failed, if it has tried.
   */
  async load(request: ModuleRequest, fault: Fault | undefined): Promise<LoadOutcome> {
    let failure = fault && (await this.#explain(fault.cause, request));
    for (const importModule of this.#waysTo(request)) {
      if (failure && !failure.isMended) break;
      try {
        const namespace = await importModule();
        // As in importNatively().
        Object.values(namespace);
        return { namespace };
      } catch (cause) {
        failure = await this.#explain(cause, request);
      }
    }
    return failure as LoadFailure;
  }

  /** What is behind a failure, and whether it has passed; waits for that, as often as may be. */
  async #explain(
    cause: unknown,
    { files, timeout, retry }: ModuleRequest,
  ): Promise<LoadFailure & { isMended: boolean }> {
    const reason = reasonOf(cause);
    if (!looksUnreachable(cause)) return { code: 'module-failed', reason, cause, isMended: false };
    for (let waits = 0; ; waits++) {
      const broken = await probe(files, this.#hashes, timeout);
      if (!broken || !(waits < retry)) {
        return { code: 'module-unreachable', reason: broken ?? reason, cause, isMended: !broken && retry > 0 };
      }
      await pause(waits);
    }
  }

  #waysTo({ url, files }: ModuleRequest): ImportModule[] {
    const importByShim: ImportModule = async () => (await this.#openShim())(url);
    const importByShimAgain: ImportModule = async () => {
      const shim = await this.#openShim();
      const again = this.#anotherName(url);
      const hash = this.#hashes[url];
      if (hash) shim.addImportMap({ imports: {}, scopes: {}, integrity: { [again]: hash } });
      return shim(again);
    };
    if (!files.every(this.isNative)) return [importByShim, importByShimAgain, importByShimAgain];
    const importForeign: ImportModule = () => {
      this.#takeFromBrowser(files);
      return importByShim();
    };
    // Firefox remembers a file that did not arrive: its module has to go by another name, or by the other loader.
    // For another name the browser knows no hash.
    const importAgain: ImportModule = () => importNatively(this.#anotherName(url));
    const importByBrowser: ImportModule = async () => {
      const namespace = await importNatively(url);
      this.#loaded.add(files);
      return namespace;
    };
    return [importByBrowser, ...(url in this.#hashes ? [] : [importAgain]), importForeign];
  }

  /** The fragment makes it another module, and leaves it the same file for every cache. */
  #anotherName(url: string): string {
    return `${url}#retry=${++this.#retries}`;
  }

  get #hashes(): Readonly<Record<string, string>> {
    return Object.assign({}, ...this.#maps.map(({ integrity }) => integrity));
  }

  #take({ map, bases, rejection }: GivenMap): void {
    for (const base of bases) this.#owners.set(base, rejection === undefined);
    if (rejection !== undefined) this.#takeOver(map);
    this.#maps = [...this.#maps, map];
  }

  /** What only a map that the browser rejected leads to, or gives a hash of, is not for the browser. */
  #takeOver(map: ImportMap): void {
    const known = new Set(this.#maps.flatMap(addressesOf));
    for (const url of addressesOf(map).filter((address) => !known.has(address))) {
      // A copy of a package: its other files have to see what the map says of its imports as well.
      const folder = new URL('.', url).href;
      this.#owners.set(this.#owners.has(folder) ? url : folder, false);
    }
    this.#takeFromBrowser(Object.keys(map.integrity));
  }

  /** Leaves to the browser what it has already: loaded again, that would be a second instance. */
  #takeFromBrowser(files: readonly string[]): void {
    const loaded = new Set([...this.#loaded].flat());
    for (const file of files) if (!loaded.has(file)) this.#owners.set(file, false);
  }

  #openShim(): Promise<ImportShim> {
    this.#shim ??= this.#createShim();
    return this.#shim;
  }

  async #createShim(): Promise<ImportShim> {
    const { polyfill, nonce } = this.#options;
    try {
      const shim = await loadShim(polyfill, nonce, this.isNative);
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
