import type { Manifest, ManifestRemote } from '../core/manifest.js';
import { readPlainEntry } from '../core/plain/read-plain-entry.js';
import { readPlainManifest } from '../core/plain/read-plain-manifest.js';
import type { RemoteEntry } from '../core/remote-entry.js';
import { type AdmitAddress, createAddressPolicy } from './address-policy.js';
import type { CompleteOptions } from './complete-options.js';
import type { Explain } from './create-explain.js';
import type { EntryOptions, ManifestOptions, ManifestSource, RemoteSource } from './federation-api.js';
import type { NamedRemote } from './federation-state.js';
import { type FetchedJson, fetchJson } from './fetch-json.js';
import type { LoadThorough } from './thorough/load-thorough.js';

/**
 * The manifests and remote entries of one page: fetched as its options say, from where they allow, and checked.
 *
 * What is unusual or wrong is read by thorough code, a file of its own, so its methods reject with `script-unreachable` if
 * that cannot be loaded.
 */
export class DocumentFetcher {
  readonly #options: CompleteOptions;
  readonly #loadThorough: LoadThorough;
  readonly #admit: AdmitAddress;
  /** What the addresses of the page are relative to. */
  readonly #base: string;

  constructor(options: CompleteOptions, loadThorough: LoadThorough, explain: Explain) {
    this.#options = options;
    this.#loadThorough = loadThorough;
    this.#admit = createAddressPolicy(options.allow, explain);
    this.#base = new URL(options.base ?? '', document.baseURI).href;
  }

  /**
   * The manifest, fetched if it is an address.
   *
   * @throws {@link FederationError} `address-refused`, and the codes that begin with `manifest-`.
   */
  async fetchManifest(source: ManifestSource, options: ManifestOptions): Promise<Manifest> {
    const { json, url } = isAddress(source)
      ? await this.#fetch(await this.#admit(source, this.#base), options)
      : { json: source, url: this.#base };
    return readPlainManifest(json, url) ?? (await this.#loadThorough()).parseManifest(json, url);
  }

  /**
   * A remote that the page names by itself: by an address, as a manifest would, or by its entry.
   *
   * @returns `undefined` if something is wrong with it: see {@link explainRemote}.
   */
  readRemote(name: string, source: RemoteSource): NamedRemote | undefined {
    if (typeof source === 'object' && 'exposes' in source) {
      const entry = { ...(source as RemoteEntry), name };
      return { name, url: entry.url, fetch: async () => entry };
    }
    const remote = readPlainManifest(asManifest(name, source), this.#base)?.remotes.get(name);
    return remote && this.namedRemote(remote);
  }

  /**
   * The same, where that is not plain.
   *
   * @throws {@link FederationError} `manifest-invalid`
   */
  async explainRemote(name: string, source: RemoteSource): Promise<NamedRemote> {
    const { explainRemote } = await this.#loadThorough();
    return this.namedRemote(explainRemote(name, asManifest(name, source), this.#base));
  }

  /** A remote of a manifest. */
  namedRemote(remote: ManifestRemote): NamedRemote {
    return { name: remote.name, url: remote.urls[0], fetch: (options) => this.#fetchEntry(remote, options) };
  }

  /**
   * The entry of a remote, from the first of its addresses that gives one.
   *
   * @throws {@link FederationError} `address-refused`, and the codes that begin with `remote-entry-`: what is wrong
   *   with the first address.
   */
  async #fetchEntry(
    { name, urls, integrity, provides }: ManifestRemote,
    options: EntryOptions = {},
  ): Promise<RemoteEntry> {
    const { crossOrigin = this.#options.crossOrigin, referrerPolicy = this.#options.referrerPolicy } = options;
    const how = { ...options, crossOrigin, referrerPolicy, integrity };
    const faults: unknown[] = [];
    for (const address of urls) {
      try {
        const admitted = await this.#admit(address, this.#base);
        const { json, url } = await this.#fetch(admitted, how, name);
        const facts = { name, provides };
        return readPlainEntry(json, url, facts) ?? (await this.#loadThorough()).parseRemoteEntry(json, url, facts);
      } catch (error) {
        faults.push(error);
      }
    }
    throw faults[0];
  }

  #fetch(url: string, options: ManifestOptions & EntryOptions, remote?: string): Promise<FetchedJson> {
    const { timeout, retry } = this.#options;
    const init = {
      // What a deploy has replaced must not come from a cache, whatever the server's headers say.
      cache: 'no-cache',
      credentials: options.crossOrigin === 'use-credentials' ? 'include' : 'same-origin',
      referrerPolicy: options.referrerPolicy,
      integrity: options.integrity,
      priority: options.fetchPriority,
    } as RequestInit;
    const request = { url, remote, timeout, retry, signal: options.signal, init, checkOrigin: this.#admit };
    return fetchJson(request, this.#loadThorough);
  }
}

function asManifest(name: string, source: RemoteSource): object {
  return { [name]: isAddress(source) ? String(source) : source };
}

function isAddress(source: object | string): source is string | URL {
  return typeof source === 'string' || source instanceof URL;
}
