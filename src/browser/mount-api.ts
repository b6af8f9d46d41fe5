import type { MountContext, Props } from '../adapters/mount.js';
import type { ContractName } from '../core/contract-names.js';
import type { ModuleNamespace } from './federation-api.js';

export type { Mount, MountContext, MountHandle, Props } from '../adapters/mount.js';
export type { ContractName } from '../core/contract-names.js';

/** How, and as what, a module is mounted. */
export interface MountOptions {
  /** The remote's name and the module's key, for the app and for errors. */
  readonly remote: string;
  readonly module: string;
  readonly props?: Props | undefined;
  /** Aborting it unmounts; while the module is being mounted it also ends the waiting. */
  readonly signal?: AbortSignal | undefined;
  /** Which export to mount; default: whichever is recognised. */
  readonly export?: string | undefined;
  /** The tag that the module defines, or that its class is to be defined as. */
  readonly element?: string | undefined;
  /** The contract, where recognising it is not wanted. */
  readonly contract?: ContractName | (string & {}) | undefined;
  /** Milliseconds until `mount-timeout`; default: as long as it takes. */
  readonly timeout?: number | undefined;
  /**
   * How a framework's component gets its framework, as `importShared` of the loaded module does: `undefined` for what
   * is not shared. Without it only the other contracts can be mounted.
   */
  readonly importShared?: ((specifier: string) => Promise<ModuleNamespace> | undefined) | undefined;
  /** On which the app's events are dispatched; default: the target. */
  readonly host?: HTMLElement | undefined;
  /** Path below which the app may route; default `/`. */
  readonly base?: string | undefined;
  /** Parameters of the matched route. */
  readonly params?: Readonly<Record<string, string | undefined>> | undefined;
}

/** A module that is mounted. */
export interface MountedModule {
  /** How it was mounted. */
  readonly contract: ContractName | (string & {});
  /** The element, or what `mount` returned. */
  readonly instance: unknown;
  /** Hands it other props, and what has become of its route. Rejects with `mount-failed` if the app throws. */
  update(props: Props, route?: Pick<MountContext, 'base' | 'params'>): Promise<void>;
  /** Tells it that it is out of sight. */
  suspend(): Promise<void>;
  /** Tells it that it is in sight again. */
  resume(): Promise<void>;
  /** Unmounts it; further calls give the same promise. Rejects with `mount-failed` if the app throws; it is gone all the same. */
  unmount(): Promise<void>;
}
