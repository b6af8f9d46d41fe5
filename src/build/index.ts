// The door of the build: what a config file and a build script need.
export { type BuildOptions, type BuildResult, build, type WrittenFile } from './build.js';
export {
  BuildError,
  type BuildErrorCode,
  type BuildErrorDetails,
  type SourceProblem,
  type UnresolvedImport,
} from './build-error.js';
export type { BuildMode } from './build-settings.js';
export {
  type BundlerOptions,
  defineFederation,
  type ExposedModuleConfig,
  type FederationConfig,
  type SharedPackageConfig,
  type SkipRule,
} from './federation-config.js';
export { type FederationPluginOptions, federation } from './federation-plugin.js';
export type {
  ConsumedDocument,
  ExposedDocument,
  FileDocument,
  PackageDocument,
  RemoteEntryDocument,
  SharedDocument,
} from './remote-entry-document.js';
export {
  type Fault,
  type PulledRemote,
  type PulledTypes,
  type PullTypesOptions,
  pullTypes,
} from './types/pull-types.js';
export type { MadeTypes, WrittenTypes } from './types-writer.js';
export { type WatchedBuild, type WatchOptions, watch } from './watch.js';
