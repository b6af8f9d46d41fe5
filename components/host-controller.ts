import { createFederation, federationOf, whenFederation } from '../src/browser/create-federation.js';
import type { Federation, FederationEventMap, FederationStatus } from '../src/browser/federation-api.js';
import { copyFederationEvent } from './copy-federation-event.js';
import { createDeferred } from './deferred.js';
import { type HostRequest, readFederationOptions, readManifestOptions, readManifests } from './host-options.js';
import { tellError } from './tell-error.js';
import { whenParsed } from './when-parsed.js';

/** What the controller needs of its element. */
export interface HostElement extends HTMLElement, HostRequest {
  /** Shows where it is, and what more there is to say. */
  showStates(status: FederationStatus, flags: readonly HostFlag[]): void;
}

/** What a host says of its federation beside its status: a remote has failed; es-module-shims is on the page. */
type HostFlag = 'degraded' | 'polyfilled';

const forwarded = ['remoteload', 'remoteerror', 'warning'] as const satisfies readonly (keyof FederationEventMap)[];

/**
 * The behaviour of `<federation-host>`: starts the federation of the document, or adds to the one that is there.
 *
 * The options of the first host count, because a document has one import map.
 */
export class HostController {
  readonly #element: HostElement;
  #status: FederationStatus = 'unloaded';
  #federation: Federation | undefined;
  #ready = createDeferred<Federation>();
  #latest: Promise<Federation> | undefined;
  /** Ends the listening to the federation, which outlives every host. */
  #listening = new AbortController();

  constructor(element: HostElement) {
    this.#element = element;
  }

  get status(): FederationStatus {
    return this.#status;
  }

  get federation(): Federation | undefined {
    return this.#federation;
  }

  /** Settles with what is under way, else with the last, else with the start. */
  get ready(): Promise<Federation> {
    return this.#ready.promise;
  }

  // Called when something happens to the element.

  connected(): void {
    this.#listening = new AbortController();
    if (this.#federation) this.#listen(this.#federation);
    else if (!this.#latest) void this.#follow(this.#start());
  }

  disconnected(): void {
    this.#listening.abort();
  }

  /** Remotes of another manifest are wanted as well: what is in the page stays. */
  manifestChanged(): void {
    const { manifest } = this.#element;
    if (!this.#federation || !manifest) return;
    void this.#follow(this.#federation.addManifest(manifest, readManifestOptions(this.#element)));
  }

  // Called by the page.

  async refresh(): Promise<Federation> {
    const federation = await whenFederation(document);
    await this.#follow(federation.refresh());
    return this.ready;
  }

  // The start, and what may follow.

  async #start(): Promise<Federation> {
    await whenParsed(this.#element);
    const { manifests, fault } = readManifests(this.#element);
    const [first, ...others] = manifests;
    const options = readFederationOptions(this.#element);
    const shared = federationOf(document);
    const federation = shared ?? createFederation(first ? { ...options, manifest: first } : options);
    const further = shared ? manifests : others;
    this.#federation = federation;
    this.#listen(federation);
    const added = further.map((manifest) => federation.addManifest(manifest, readManifestOptions(this.#element)));
    await Promise.all([shared ?? federation.ready, ...added]);
    if (fault) throw fault;
    return federation;
  }

  /** Shows and tells what becomes of it, unless something later was asked for. */
  async #follow(work: Promise<Federation>): Promise<void> {
    this.#latest = work;
    if (this.#ready.isSettled) this.#ready = createDeferred();
    this.#enter('loading');
    try {
      const federation = await work;
      if (this.#latest !== work) return;
      this.#enter('loaded');
      this.#ready.resolve(federation);
      this.#element.dispatchEvent(new Event('load'));
    } catch (error) {
      if (this.#latest !== work) return;
      this.#enter('error');
      this.#ready.reject(error);
      tellError(this.#element, error);
    }
  }

  #listen(federation: Federation): void {
    const show = (): void => this.#enter(this.#status);
    for (const type of forwarded) {
      federation.addEventListener(
        type,
        (event) => {
          show();
          this.#element.dispatchEvent(copyFederationEvent(event));
        },
        this.#listening,
      );
    }
    document.addEventListener('federationpolyfill', show, this.#listening);
    show();
  }

  #enter(status: FederationStatus): void {
    this.#status = status;
    const remotes = [...(this.#federation?.remotes.values() ?? [])];
    const flags: HostFlag[] = [];
    if (remotes.some((remote) => remote.status === 'error')) flags.push('degraded');
    if ('importShim' in globalThis) flags.push('polyfilled');
    this.#element.showStates(status, flags);
  }
}
