import type { ModuleNamespace } from './federation-api.js';

/**
 * The modules whose types are known: by remote, by key.
 *
 * It is empty until `federation types` has fetched the declarations of a manifest's remotes: what it writes adds to it.
 *
 * @example
 * ```ts
 * declare module 'federation-elements' {
 *   interface RemoteModules {
 *     cart: { './Cart': typeof import('./cart.js') };
 *   }
 * }
 * ```
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is there to be added to
export interface RemoteModules {}

/** The name of a remote: any, as long as no types are known. */
export type RemoteName = [keyof RemoteModules] extends [never] ? string : keyof RemoteModules & string;

type Keys<Remote> = Remote extends keyof RemoteModules ? keyof RemoteModules[Remote] & string : string;
type Short<Key> = Key extends `./${infer Name}` ? Name : Key;

/** The key of a module that a remote exposes, with or without its `./`: any, as long as no types are known. */
export type ModuleName<Remote> = Keys<Remote> | Short<Keys<Remote>>;

type Known<Modules, Name> = Name extends keyof Modules
  ? Modules[Name]
  : `./${Name & string}` extends keyof Modules
    ? Modules[`./${Name & string}`]
    : ModuleNamespace;

/** What a module exports: by name, as long as no types are known. */
export type ModuleOf<Remote, Name> = Remote extends keyof RemoteModules
  ? Known<RemoteModules[Remote], Name>
  : ModuleNamespace;
