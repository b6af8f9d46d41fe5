import { parseUrl } from '../core/parse-url.js';
import type { RemoteEntry } from '../core/remote-entry.js';
import { isLocal } from './address-policy.js';
import type { LiveReload, RebuildablePage } from './live-reload.js';

/** Listens for new builds of a remote, before anything of it runs. */
export type FollowBuilds = (entry: RemoteEntry) => Promise<unknown>;

/**
 * Lets a page follow the builds of remotes that are being developed.
 *
 * Only on the developer's own computer: if both the page and the remote are of loopback hosts. Elsewhere an entry that
 * names an endpoint was published by mistake, and a page must not obey it.
 */
export function createBuildFollower(page: RebuildablePage): FollowBuilds {
  let live: Promise<LiveReload> | undefined;
  return async (entry) => {
    const addresses = [origin, entry.buildNotificationsEndpoint].map((address) => parseUrl(address ?? ''));
    if (!addresses.every((address) => address && isLocal(address.hostname))) return;
    live ??= import('./live-reload.js').then(({ LiveReload }) => new LiveReload(page));
    // Without it everything works, only not by itself.
    await live.then(
      (opened) => opened.follow(entry),
      () => {},
    );
  };
}
