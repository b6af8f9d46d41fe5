import type { MountedRemote } from './load-and-mount.js';

/** What more there is to say of a state than its status, as in `:state(slow)`. */
export type LoadFlag =
  /** It has a route that is not the current one. */
  | 'away'
  /** It loads, after an error that is still on show. */
  | 'retrying'
  /** It has loaded for so long that one should say so. */
  | 'slow'
  /** The load failed while the browser had no network: when it has, the load begins again. */
  | 'offline';

/**
 * Where a `<federation-remote>` is in its life: always exactly one of these.
 *
 * A load may start from `unloaded` and from `error` (a retry), and each may end as `unloaded`: aborted, unmounted or
 * removed. Only `loading` becomes `loaded` or `error`; only `loaded` becomes `suspended`, and back.
 */
export type LoadState = { readonly flags?: readonly LoadFlag[] } & (
  | {
      readonly status: 'unloaded';
    }
  | {
      readonly status: 'loading';
      /** Aborting it ends the load, and drops what comes of it too late. */
      readonly attempt: AbortController;
    }
  | ({
      /** What is suspended is mounted still, but out of sight. */
      readonly status: 'loaded' | 'suspended';
    } & MountedRemote)
  | {
      readonly status: 'error';
      readonly error: Error;
      /** Whether a listener cancelled the event, so the page shows the error itself. */
      readonly isHandled?: boolean;
    }
);

/** What the property `status` gives. */
export type LoadStatus = LoadState['status'];
