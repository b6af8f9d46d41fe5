import type { MountedModule } from '../src/browser/mount-api.js';
import type { MountTarget } from './mount-target.js';

/**
 * Where a `<federation-remote>` is in its life: always exactly one of these.
 *
 * From each of them a load may start (of the last, a retry), and each may end as `unloaded`: aborted, unmounted or
 * removed. Only `loading` becomes `loaded` or `error`.
 */
export type LoadState =
  | { readonly status: 'unloaded' }
  | {
      readonly status: 'loading';
      /** Aborting it ends the load, and drops what comes of it too late. */
      readonly attempt: AbortController;
      /** Whether it follows an error that is still on show. */
      readonly isRetry: boolean;
    }
  | {
      readonly status: 'loaded';
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
    };

/** What the property `status` gives, and the names of the custom states. */
export type LoadStatus = LoadState['status'];
