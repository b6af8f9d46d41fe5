import type { MountedModule } from '../src/browser/mount-api.js';
import type { MountTarget } from './mount-target.js';

/**
 * Where a `<federation-remote>` is in its life: always exactly one of these.
 *
 * A load may start from `unloaded` and from `error` (a retry), and each may end as `unloaded`: aborted, unmounted or
 * removed. Only `loading` becomes `loaded` or `error`; only `loaded` becomes `suspended`, and back.
 */
export type LoadState =
  | {
      readonly status: 'unloaded';
      /** Whether it has a route that is not the current one. */
      readonly isAway?: boolean;
    }
  | {
      readonly status: 'loading';
      /** Aborting it ends the load, and drops what comes of it too late. */
      readonly attempt: AbortController;
      /** Whether it follows an error that is still on show. */
      readonly isRetry: boolean;
      /** Whether it has taken so long that one should say so. */
      readonly isSlow: boolean;
    }
  | {
      /** What is suspended is mounted still, but out of sight. */
      readonly status: 'loaded' | 'suspended';
      readonly mounted: MountedModule;
      readonly target: MountTarget;
      /** URL of the module that was imported. */
      readonly url: string;
    }
  | {
      readonly status: 'error';
      readonly error: Error;
      /** Whether a listener cancelled the event, so the page shows the error itself. */
      readonly isHandled: boolean;
      /** Whether the browser had no network: when it has, the load begins again. */
      readonly isOffline: boolean;
    };

/** What the property `status` gives. */
export type LoadStatus = LoadState['status'];
