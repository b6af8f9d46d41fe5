export type {
  Agreement,
  AgreementWarning,
  Copy,
  Decision,
  Objection,
  PackageAgreement,
  ReasonCode,
} from './agreement.js';
export { CodedError } from './coded-error.js';
export { createImportMap } from './create-import-map.js';
export { FederationError, type FederationErrorCode, type FederationErrorDetails } from './errors.js';
export type { ImportMap } from './import-map.js';
export { importMapAdditions } from './import-map-additions.js';
export { type Manifest, type ManifestRemote, parseManifest } from './manifest.js';
export { type NegotiationOptions, negotiate } from './negotiate.js';
export { parseRemoteEntry, type RemoteEntryOptions } from './parse-remote-entry.js';
export { createPreloadPlan } from './preload-plan.js';
export type { ExposedModule, FileFacts, PackageFacts, RemoteEntry, SharedEntryPoint } from './remote-entry.js';
export { resolveSpecifier } from './resolve-specifier.js';
