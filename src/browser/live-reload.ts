import { parseUrl } from '../core/parse-url.js';
import type { RemoteEntry } from '../core/remote-entry.js';
import { isLocal } from './address-policy.js';
import { BuildErrorOverlay } from './build-error-overlay.js';
import { type BuildMessage, listenToBuilds } from './build-events.js';
import type { RemoteRecord } from './federation-state.js';
import { RedefinableElements } from './redefinable-elements.js';
import { type ReplaceablePage, refetchEntry, replaceEntry } from './replace-entry.js';

/**
 * Brings rebuilt remotes into a page that stays as it is.
 *
 * Modules are imported by URLs that carry hashes, so a rebuilt one is another module, and tags that it defines are
 * defined again. But what a page shares it has resolved for good: if that has changed, the page is reloaded.
 */
export class LiveReload {
  readonly #page: ReplaceablePage;
  readonly #entries = new Map<string, RemoteEntry>();
  readonly #overlay = new BuildErrorOverlay();
  readonly #elements = new RedefinableElements(() => location.reload());
  /** One update after the other. */
  #updating: Promise<void> = Promise.resolve();

  constructor(page: ReplaceablePage) {
    this.#page = page;
  }

  /** Follows the builds of a remote from now on, if it is on the developer's own computer. */
  follow(entry: RemoteEntry): void {
    const { name, buildNotificationsEndpoint } = entry;
    const { hostname = '' } = parseUrl(buildNotificationsEndpoint ?? '') ?? {};
    if (this.#entries.has(name) || buildNotificationsEndpoint === undefined || !isLocal(hostname)) return;
    this.#entries.set(name, entry);
    this.#elements.watch(() => this.#entries.get(name) as RemoteEntry);
    listenToBuilds(buildNotificationsEndpoint, (message) => this.#hear(name, message));
  }

  #hear(name: string, { type, error }: BuildMessage): void {
    if (type === 'federation-rebuild-error') this.#overlay.show(name, error?.message ?? '');
    if (type !== 'federation-rebuild-complete' && type !== 'opened') return;
    this.#overlay.hide(name);
    // A server that does not answer now will tell when it does.
    this.#updating = this.#updating.then(() => this.#update(name)).catch(() => {});
  }

  async #update(name: string): Promise<void> {
    const entry = this.#entries.get(name) as RemoteEntry;
    const fresh = await refetchEntry(name, this.#page);
    const isSame = (field: 'exposes' | 'shared'): boolean =>
      JSON.stringify(fresh[field]) === JSON.stringify(entry[field]);
    if (!isSame('shared')) return location.reload();
    if (isSame('exposes')) return;
    this.#entries.set(name, fresh);
    this.#elements.restore(fresh);
    await replaceEntry(fresh, this.#page);
    const { store } = this.#page;
    store.tell('remoteupdate', store.state.remotes.get(name) as RemoteRecord);
  }
}
