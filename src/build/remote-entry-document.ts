/** A remoteEntry.json as this build writes it: Native Federation's fields, then ours. */
export interface RemoteEntryDocument {
  readonly name: string;
  readonly exposes: readonly ExposedDocument[];
  readonly shared: readonly SharedDocument[];
  /** By npm name. */
  readonly packages: Readonly<Record<string, PackageDocument>>;
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
