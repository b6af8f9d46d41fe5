import { createFederation, federationOf } from './create-federation.js';
import type { Federation, FederationOptions, ManifestSource, ModuleNamespace } from './federation-api.js';
import { hostMissing } from './host-missing.js';
import type { ModuleName, ModuleOf, RemoteName } from './remote-modules.js';

/** What `loadRemoteModule` of Native Federation takes in one object. */
export interface RemoteModuleOptions<Remote = string, Name = string> {
  readonly remoteName: Remote;
  readonly exposedModule: Name;
  /** URL of the remote's entry, if no manifest names it. */
  readonly remoteEntry?: string;
}

/**
 * Starts the federation of this document, by the name that users of Native Federation know.
 *
 * @param manifest - The manifest, or its URL.
 * @returns The federation, once its import map is in the page.
 * @throws {@link FederationError} as {@link Federation.ready}.
 */
export function initFederation(manifest: ManifestSource = {}, options: FederationOptions = {}): Promise<Federation> {
  const existing = federationOf(document);
  return existing ? existing.addManifest(manifest, options) : createFederation({ ...options, manifest }).ready;
}

/**
 * Loads a module of a remote, by the name that users of Native Federation know.
 *
 * @returns Its exports.
 * @throws {@link FederationError} as {@link Federation.loadModule}, and `host-missing` if there is no federation.
 */
export function loadRemoteModule<Remote extends RemoteName, Name extends ModuleName<Remote>>(
  remote: Remote | RemoteModuleOptions<Remote, Name>,
  exposedModule?: Name,
): Promise<ModuleOf<Remote, Name>>;
/** Loads a module of a remote that no manifest has to name. */
export function loadRemoteModule(
  remote: RemoteModuleOptions & { readonly remoteEntry: string },
): Promise<ModuleNamespace>;
export async function loadRemoteModule(
  remote: string | RemoteModuleOptions,
  exposedModule?: string,
): Promise<ModuleNamespace> {
  const options = typeof remote === 'string' ? { remoteName: remote, exposedModule } : remote;
  const { remoteName, remoteEntry } = options as RemoteModuleOptions;
  const federation = federationOf(document);
  if (!federation) throw hostMissing(remoteName, 0);
  if (remoteEntry) await federation.register(remoteName, remoteEntry);
  return (await federation.loadModule(remoteName, options.exposedModule)).namespace;
}
