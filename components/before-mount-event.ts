import type { LoadedModule } from '../src/browser/federation-api.js';

/**
 * A module is there and about to be mounted. Cancelled, it is not: the load ends with `abort`.
 *
 * Dispatched by `<federation-remote>` as `beforemount`; it does not bubble.
 */
export class BeforeMountEvent extends Event {
  /** The module: its exports, and where it came from. */
  readonly module: LoadedModule;

  constructor(module: LoadedModule) {
    super('beforemount', { cancelable: true });
    this.module = module;
  }
}
