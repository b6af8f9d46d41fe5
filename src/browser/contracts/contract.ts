import type { MountTarget } from '../../adapters/mount.js';
import type { FederationError } from '../../core/errors.js';
import type { ModuleNamespace } from '../federation-api.js';
import type { ContractName, MountContext, MountOptions, Props } from '../mount-api.js';

/** An app that stands: what can still be asked of it. */
export interface App {
  readonly instance: unknown;
  update?(props: Props, context: MountContext): unknown;
  suspend?(): unknown;
  resume?(): unknown;
  unmount?(): unknown;
}

/** Puts an app where it belongs. */
export type StartApp = (target: MountTarget, context: MountContext) => App | Promise<App>;

/** By which contract a module is mounted, and how. */
export type RecognisedApp = readonly [contract: ContractName, start: StartApp];

/** One way in which a module says how it is mounted. */
export interface Contract {
  readonly name: ContractName;
  /**
   * How to start what the module offers, or a promise of it where something has to be fetched first; `undefined` if
   * it does not keep this contract.
   *
   * @param exported - All that the module exports, or the one export that is asked for.
   * @param selected - That export, else the default one.
   * @param Failure - The class of all errors of the page.
   */
  recognise(
    exported: ModuleNamespace,
    selected: unknown,
    options: MountOptions,
    Failure: typeof FederationError,
  ): StartApp | Promise<StartApp> | undefined;
}

/** What a module exports, or the one export that is asked for; and that export, else the default one. */
export function exportsOf(
  namespace: ModuleNamespace,
  name: string | undefined,
): [exported: ModuleNamespace, selected: unknown] {
  const selected = namespace[name ?? 'default'];
  return [name === undefined ? namespace : (asObject(selected) ?? {}), selected];
}

/** The value, if it is an object or a namespace, of which nothing is known. */
export function asObject(value: unknown): ModuleNamespace | undefined {
  return typeof value === 'object' && value !== null ? (value as ModuleNamespace) : undefined;
}
