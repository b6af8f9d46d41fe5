/**
 * What a remote publishes, after {@link parseRemoteEntry} has checked it: the letterbox between build and page.
 *
 * The file names of the JSON are absolute URLs here, each below the directory of the entry, so that nothing
 * downstream parses paths or checks origins again.
 */
export interface RemoteEntry {
  /** By which the page knows the remote: its key in the manifest, else the name in the entry. */
  readonly name: string;
  /** What the entry calls itself, where that is something else. */
  readonly alias: string | undefined;
  /** Final URL of the remoteEntry.json. */
  readonly url: string;
  /** Directory of the entry, with a trailing slash: the scope of the remote in the import map. */
  readonly base: string;
  readonly exposes: readonly ExposedModule[];
  /** One for each entry point of a shared package, in the order of the entry; dense groups are spread out. */
  readonly shared: readonly SharedEntryPoint[];
  /** Chunks that the remote's files import by name (`@nf-internal/chunk-X`) → URL. Empty for entries that we build. */
  readonly chunks: ReadonlyMap<string, string>;
  /** By npm name: what the package's own package.json says. Empty for entries that other tools built. */
  readonly packages: ReadonlyMap<string, PackageFacts>;
  /** By npm name: what the remote wants of packages that it imports and does not ship; left out if there are none. */
  readonly consumes?: ReadonlyMap<string, ConsumedPackage>;
  /** By URL: what the build knows of each file. Empty for entries that other tools built. */
  readonly files: ReadonlyMap<string, FileFacts>;
  /** URL → hash. */
  readonly integrity: ReadonlyMap<string, string>;
  /** Which of its packages other remotes may be given (`provides` of the manifest): all, none, or these npm names. */
  readonly provides: boolean | readonly string[];
  /** Server-sent events of the dev server that built it, if any; an absolute URL. */
  readonly buildNotificationsEndpoint?: string;
}

/** A module that a remote offers to pages. */
export interface ExposedModule {
  /** As in `./Cart`, with the `./` also where the entry left it out. */
  readonly key: string;
  readonly url: string;
  /** Tag of the custom element that the module defines, if it says so. */
  readonly element: string | undefined;
  /** How it is mounted, if it says so: for a component that cannot be recognised. */
  readonly contract: string | undefined;
  /** URLs of its stylesheets, in order. */
  readonly styles: readonly string[];
  /** URL of its declarations. */
  readonly types: string | undefined;
}

/** One entry point of a shared package: `lit`, or `lit/decorators.js`. */
export interface SharedEntryPoint {
  /** What is imported. */
  readonly specifier: string;
  /** npm name of the package that it belongs to. */
  readonly packageName: string;
  /** Its file, as the rest of a URL after the directory of the entry; so that remotes that say the same can say it once. */
  readonly file: string;
  /** Exact version that the remote ships; `undefined` where the entry gives none that is one. */
  readonly version: string | undefined;
  /** Range that the remote accepts; `undefined` where the entry gives none, which accepts everything. */
  readonly requiredVersion: string | undefined;
  readonly singleton: boolean;
  readonly strictVersion: boolean;
  /** Name of the pool of copies that may be shared with; `undefined` is the one of the whole page. */
  readonly shareScope: string | undefined;
  /** Other builders' way to say which packages belong together. */
  readonly pool: string | undefined;
}

/** What a remote wants of a package that it has from others. */
export type ConsumedPackage = Pick<SharedEntryPoint, 'requiredVersion' | 'singleton' | 'strictVersion' | 'shareScope'>;

/** What the package.json of a shared package says of the other shared packages that its files import. */
export interface PackageFacts {
  readonly version: string;
  /** npm name → range, of dependencies and peerDependencies. */
  readonly dependencies: ReadonlyMap<string, string>;
}

/** What the build knows of one file. */
export interface FileFacts {
  /** Size as stored, uncompressed. */
  readonly bytes: number;
  /** URLs of the files that it imports statically. */
  readonly imports: readonly string[];
  /** Bare specifiers that it imports, also dynamically. */
  readonly externals: readonly string[];
  /** URLs of the files that it imports dynamically. */
  readonly dynamicImports: readonly string[];
  /** Those of `externals` that it imports dynamically only. */
  readonly dynamicExternals: readonly string[];
}
