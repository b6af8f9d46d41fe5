import type { RemoteEntry } from '../core/remote-entry.js';
import { BuildErrorOverlay } from './build-error-overlay.js';
import { type BuildMessage, listenToBuilds } from './build-events.js';
import { RedefinableElements } from './redefinable-elements.js';

/** What of a page a rebuilt remote needs. */
export interface RebuildablePage {
  /** The entry of a remote as it is now. */
  readonly refetch: (remote: string) => Promise<RemoteEntry>;
  /** Takes a rebuilt remote in the place of the one before, and lets those who show it know. */
  readonly replace: (entry: RemoteEntry) => Promise<void>;
}

/**
 * Brings rebuilt remotes into a page that stays as it is.
 *
 * Modules are imported by URLs that carry hashes, so a rebuilt one is another module, and tags that it defines are
 * defined again. But what a page shares it has resolved for good: if that has changed, the page is reloaded.
 */
export class LiveReload {
  readonly #page: RebuildablePage;
  readonly #entries = new Map<string, RemoteEntry>();
  readonly #overlay = new BuildErrorOverlay();
  readonly #elements = new RedefinableElements(() => location.reload());
  /** One update after the other. */
  #updating: Promise<void> = Promise.resolve();

  constructor(page: RebuildablePage) {
    this.#page = page;
  }

  /** Follows the builds of a remote from now on. */
  follow(entry: RemoteEntry): void {
    const { name, buildNotificationsEndpoint } = entry;
    if (this.#entries.has(name) || buildNotificationsEndpoint === undefined) return;
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
    const fresh = await this.#page.refetch(name);
    const isSame = (field: 'exposes' | 'shared'): boolean =>
      JSON.stringify(fresh[field]) === JSON.stringify(entry[field]);
    if (!isSame('shared')) return location.reload();
    if (isSame('exposes')) return;
    this.#entries.set(name, fresh);
    this.#elements.restore(fresh);
    await this.#page.replace(fresh);
  }
}
