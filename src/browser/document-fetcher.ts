import { type Manifest, type ManifestRemote, parseManifest } from '../core/manifest.js';
import { parseRemoteEntry } from '../core/parse-remote-entry.js';
import type { RemoteEntry } from '../core/remote-entry.js';
import { type AdmitAddress, createAddressPolicy } from './address-policy.js';
import type { CompleteOptions } from './complete-options.js';
import type { EntryOptions, ManifestOptions, ManifestSource, RemoteSource } from './federation-api.js';
import type { NamedRemote } from './federation-state.js';
import { type FetchedJson, fetchJson } from './fetch-json.js';

/** The manifests and remote entries of one page: fetched as its options say, from where they allow, and checked. */
export class DocumentFetcher {
  readonly #options: CompleteOptions;
  readonly #admit: AdmitAddress;
  /** What the addresses of the page are relative to. */
  readonly #base: string;

  constructor(options: CompleteOptions) {
    this.#options = options;
    this.#admit = createAddressPolicy(options.allow);
    this.#base = new URL(options.base ?? '', document.baseURI).href;
  }

  /**
   * The manifest, fetched if it is an address.
   *
   * @throws {@link FederationError} `address-refused`, and the codes that begin with `manifest-`.
   */
  async fetchManifest(source: ManifestSource, options: ManifestOptions): Promise<Manifest> {
    if (!isAddress(source)) return parseManifest(source, this.#base);
    const { json, url } = await this.#fetch(this.#admit(source, this.#base), options);
    return parseManifest(json, url);
  }

  /**
   * A remote that the page names by itself: by an address, as a manifest would, or by its entry.
   *
   * @throws {@link FederationError} `manifest-invalid`
   */
  readRemote(name: string, source: RemoteSource): NamedRemote {
    if (typeof source === 'object' && 'exposes' in source) {
      const entry = { ...(source as RemoteEntry), name };
      return { name, url: entry.url, fetch: async () => entry };
    }
    const { remotes, faults } = parseManifest({ [name]: isAddress(source) ? String(source) : source }, this.#base);
    const remote = remotes.get(name);
    if (!remote) throw faults.get(name);
    return this.namedRemote(remote);
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
        const admitted = this.#admit(address, this.#base);
        const { json, url } = await this.#fetch(admitted, how, name);
        return parseRemoteEntry(json, url, { name, provides });
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
    return fetchJson({ url, remote, timeout, retry, signal: options.signal, init, checkOrigin: this.#admit });
  }
}

function isAddress(source: object | string): source is string | URL {
  return typeof source === 'string' || source instanceof URL;
}
