import { parseUrl } from '../core/parse-url.js';
import type { RemoteEntry } from '../core/remote-entry.js';
import { isLocal } from './address-policy.js';
import type { LiveReload } from './live-reload.js';
import type { ReplaceablePage } from './replace-entry.js';

/** Listens for new builds of a remote, before anything of it runs. */
export type FollowBuilds = (entry: RemoteEntry) => Promise<unknown>;

/**
 * Lets a page follow the builds of remotes that are being developed.
 *
 * Only on the developer's own computer. Elsewhere an entry that names an endpoint was published by mistake, and a page
 * must not obey it.
 */
export function createBuildFollower(page: ReplaceablePage): FollowBuilds {
  let live: Promise<LiveReload> | undefined;
  return async (entry) => {
    if (!entry.buildNotificationsEndpoint || !isLocal(parseUrl(origin)?.hostname ?? '')) return;
    live ??= import('./live-reload.js').then(({ LiveReload }) => new LiveReload(page));
    // Without it everything works, only not by itself.
    await live.then(
      (opened) => opened.follow(entry),
      () => {},
    );
  };
}
