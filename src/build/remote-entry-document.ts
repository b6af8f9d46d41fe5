/** A remoteEntry.json as this build writes it: Native Federation's fields, then ours. */
export interface RemoteEntryDocument {
  readonly name: string;
  readonly exposes: readonly ExposedDocument[];
  readonly shared: readonly SharedDocument[];
  /** By npm name. */
  readonly packages: Readonly<Record<string, PackageDocument>>;
  /** What the remote wants of packages that it imports and does not ship, by npm name. */
  readonly consumes?: Readonly<Record<string, ConsumedDocument>>;
  /** By file name. */
  readonly files: Readonly<Record<string, FileDocument>>;
  /** File name → hash. */
  readonly integrity?: Readonly<Record<string, string>>;
  readonly buildNotificationsEndpoint?: string;
}

/** A module that the remote offers. */
export interface ExposedDocument {
  readonly key: string;
  readonly outFileName: string;
  readonly element?: string;
  readonly contract?: string;
  readonly styles?: readonly string[];
  readonly types?: string;
}

/** An entry point of a shared package; all of them with `entries`. */
export interface SharedDocument {
  readonly packageName: string;
  readonly version: string;
  readonly requiredVersion: string;
  readonly singleton: boolean;
  readonly strictVersion: boolean;
  readonly shareScope?: string;
  readonly outFileName?: string;
  readonly entries?: Readonly<Record<string, string>>;
}

/** A package that the page has from the host or from another remote. */
export type ConsumedDocument = Pick<SharedDocument, 'requiredVersion' | 'singleton' | 'strictVersion' | 'shareScope'>;

/** What a package says of the other shared packages that its files import. */
export interface PackageDocument {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** What the build knows of one file. */
export interface FileDocument {
  /** Size as stored, uncompressed. */
  readonly bytes: number;
  readonly imports?: readonly string[];
  /** Bare specifiers. */
  readonly externals?: readonly string[];
  readonly dynamicImports?: readonly string[];
  /** Those of the bare specifiers that are imported dynamically only. */
  readonly dynamicExternals?: readonly string[];
}
