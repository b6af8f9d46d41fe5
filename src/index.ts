export { createFederation, federationOf, whenFederation } from './browser/create-federation.js';
export type {
  EntryOptions,
  Federation,
  FederationEventMap,
  FederationOptions,
  FederationStatus,
  FederationTimings,
  FederationWarning,
  FetchOptions,
  FoundModule,
  LoadedModule,
  LoadOptions,
  ManifestOptions,
  ManifestSource,
  ModuleNamespace,
  RemoteFacts,
  RemoteSource,
  RemoteState,
} from './browser/federation-api.js';
export { RemoteEvent, WarningEvent } from './browser/federation-events.js';
export type {
  ContractName,
  Mount,
  MountContext,
  MountedModule,
  MountHandle,
  MountOptions,
  Props,
} from './browser/mount-api.js';
export { mountModule } from './browser/mount-module.js';
export { initFederation, loadRemoteModule, type RemoteModuleOptions } from './browser/native-federation.js';
export type { ModuleName, ModuleOf, RemoteModules, RemoteName } from './browser/remote-modules.js';
export type { Agreement, AgreementWarning, Copy, Decision, PackageAgreement } from './core/agreement.js';
export { FederationError, type FederationErrorCode, type FederationErrorDetails } from './core/errors.js';
export type { ImportMap } from './core/import-map.js';
export type { ExposedModule, RemoteEntry } from './core/remote-entry.js';
