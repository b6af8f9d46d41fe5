import type { BuildOptions, Loader, Plugin } from 'esbuild';

/** What `federation.config.{js,mjs,ts}` exports by default. */
export interface FederationConfig {
  /** By which pages know the remote, as in `cart` or `team/cart`. */
  readonly name: string;
  /** Key → source file, or the file and more. Leave out for a host, which shares but offers nothing. */
  readonly exposes?: Readonly<Record<string, string | ExposedModuleConfig>>;
  /**
   * Which packages are shared with the other remotes of a page.
   *
   * `'auto'` (default): every package of `dependencies` and `peerDependencies` that the exposed modules really import.
   * An object: these packages only, by npm name, specifier or pattern (`@shop/*`: of what package.json depends on), each
   * with its options; `{}` shares nothing.
   */
  readonly shared?: 'auto' | Readonly<Record<string, SharedPackageConfig>>;
  /** What is never shared, but bundled where it is imported. */
  readonly skip?: readonly SkipRule[];
  /** Where the artifacts go, relative to the config; default `dist`. */
  readonly outDir?: string;
  /**
   * How many builds before the last one keep their files in the folder, so that pages that are still open find what they
   * load later; default 0.
   */
  readonly keep?: number;
  /** Writes one `shared` record a package, with all its entry points; the older runtime cannot read it. Default false. */
  readonly dense?: boolean;
  /** Writes the hash of each file into the entry, so that browsers refuse files that were changed; default true. */
  readonly integrity?: boolean;
  /** Pool of copies that all shared packages belong to; default: the one of the whole page. */
  readonly shareScope?: string;
  /** Writes the declarations of the exposed modules, by the project's own TypeScript; default false. */
  readonly types?: boolean;
  /** Path, relative to the config, or URL of the page's manifest, for the commands that need one. */
  readonly manifest?: string;
  /** Passed on to esbuild. */
  readonly esbuild?: BundlerOptions;
}

/** Specifier or npm name, with all that is below it; a pattern; or whoever knows. */
export type SkipRule = string | RegExp | ((specifier: string) => boolean);

/** A module that a remote offers to pages. */
export interface ExposedModuleConfig {
  /** Source file, relative to the config. */
  readonly file: string;
  /** Tag of the custom element that the module defines. */
  readonly element?: string;
  /** How pages mount it, where its exports do not tell: `react` or `svelte`, whose components are plain functions. */
  readonly contract?: string;
}

/** How one package is shared; what is left out is what npm and its package.json say. */
export interface SharedPackageConfig {
  /** One instance for all compatible remotes; default true. */
  readonly singleton?: boolean;
  /** Whether the range is a condition (default) or a wish. */
  readonly strictVersion?: boolean;
  /** Range that this remote accepts; default `'auto'`, from package.json. */
  readonly requiredVersion?: string;
  /** Version that this remote ships; default: the one that is installed. */
  readonly version?: string;
  /** Pool of copies that it may be shared with; default: that of the config. */
  readonly shareScope?: string;
  /** Whether a copy is shipped (default); `false`: the page must have one from the host or from another remote. */
  readonly provide?: boolean;
  /** Ships all its entry points, also those that nothing imports; default false. */
  readonly keepAll?: boolean;
}

/** What of esbuild's own options a project may set. */
export interface BundlerOptions
  extends Pick<
    BuildOptions,
    | 'drop'
    | 'dropLabels'
    | 'keepNames'
    | 'pure'
    | 'resolveExtensions'
    | 'supported'
    | 'jsx'
    | 'jsxDev'
    | 'jsxFactory'
    | 'jsxFragment'
    | 'jsxImportSource'
    | 'target'
    | 'tsconfig'
    | 'tsconfigRaw'
    | 'mainFields'
  > {
  readonly plugins?: Plugin[];
  /** By extension with its dot. */
  readonly loader?: Record<string, Loader>;
  readonly define?: Record<string, string>;
  readonly alias?: Record<string, string>;
  /** In addition to `browser`, `module`, `import`, and `production` or `development`. */
  readonly conditions?: string[];
}

/**
 * Gives a config back as it is: it is there for the editor's completion and the compiler's checks.
 *
 * @example
 * ```js
 * export default defineFederation({ name: 'cart', exposes: { './Cart': './src/cart.ts' } });
 * ```
 *
 * Runs in Node.
 */
export function defineFederation(config: FederationConfig): FederationConfig {
  return config;
}
