import type { BundlerOptions, SharedPackageConfig } from './federation-config.js';
import type { PackageManifest } from './package-manifest.js';

/** What a build is to do: the config, checked and completed. */
export interface BuildSettings {
  readonly name: string;
  /** Absolute folder of the project. */
  readonly root: string;
  /** The package.json that counts for it. */
  readonly manifest: PackageManifest;
  /** In the order of the config. */
  readonly exposes: readonly ExposedSource[];
  readonly shared: 'auto' | Readonly<Record<string, SharedPackageConfig>>;
  readonly isSkipped: (specifier: string) => boolean;
  /** Absolute. */
  readonly outDir: string;
  /** How many builds before keep their files. */
  readonly keep: number;
  readonly dense: boolean;
  readonly integrity: boolean;
  readonly shareScope: string | undefined;
  /** Whether the types of the exposed modules are declared. */
  readonly types: boolean;
  readonly esbuild: BundlerOptions;
  readonly mode: BuildMode;
  readonly minify: boolean;
  readonly sourcemap: boolean;
  /** Whether bundles of shared packages are kept from build to build. */
  readonly cache: boolean;
  /** Options of the config that change nothing, a sentence each. */
  readonly notes: readonly string[];
}

/** Which of their two builds packages are asked for, and what `process.env.NODE_ENV` says. */
export type BuildMode = 'production' | 'development';

/** An exposed module and its source. */
export interface ExposedSource {
  /** With its `./`. */
  readonly key: string;
  /** Absolute. */
  readonly file: string;
  readonly element: string | undefined;
  readonly contract?: string;
}
