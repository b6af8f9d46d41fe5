import type { FederationError } from './errors.js';
import type { RemoteEntry } from './remote-entry.js';

/**
 * Which copy of each shared package everyone on the page uses, and why.
 *
 * An immutable value: the result of `negotiate`, the input of `createImportMap`, and, once its map is in the
 * document, the `committed` argument of the next negotiation.
 */
export interface Agreement {
  /** All that run, in the order of their arrival; those that arrived together: the host first, then as the manifest has them. */
  readonly entries: readonly RemoteEntry[];
  /** How many of `entries` had arrived by the end of each negotiation, as in `[3, 5]`. */
  readonly arrivals: readonly number[];
  /** By npm name and share scope, sorted. */
  readonly packages: readonly PackageAgreement[];
  /** What was granted against a wish; empty if all is well. */
  readonly warnings: readonly AgreementWarning[];
  /** Remotes that cannot run, by name, each with the error that says why. */
  readonly failures: ReadonlyMap<string, FederationError>;
}

/** What was agreed on one package in one share scope. */
export interface PackageAgreement {
  readonly packageName: string;
  readonly shareScope: string | undefined;
  /** The copies in use: the host's first, then the ones with the most users. */
  readonly copies: readonly Copy[];
  /** One for each remote that uses the package, in the order of the entries. */
  readonly decisions: readonly Decision[];
}

/** One package at one version, as one remote ships it. */
export interface Copy {
  readonly packageName: string;
  /** `undefined` where the entry gives none that is one. */
  readonly version: string | undefined;
  /** Name of the remote that ships it. */
  readonly provider: string;
  /** Specifier → URL of its entry points. */
  readonly entryPoints: ReadonlyMap<string, string>;
  /** What its own files import of other shared packages, as far as is known. */
  readonly imports: readonly string[];
  /** By npm name: the copies that its own imports lead to. */
  readonly dependencies: ReadonlyMap<string, Copy>;
  /** Where its imports are mapped: a folder of its own or the URLs of its files; empty where its remote's scope is. */
  readonly scopes: readonly string[];
}

/** Which copy one remote was given, and why. */
export interface Decision {
  /** Name of the remote. */
  readonly consumer: string;
  readonly copy: Copy;
  /** What the remote imports of the package. */
  readonly specifiers: readonly string[];
  readonly reason: ReasonCode;
  /** The reason in one sentence, with the versions and ranges involved. */
  readonly sentence: string;
}

/**
 * Why a remote was given a copy. "The page's" copy is the host's, else the one that most remotes use.
 *
 * - `host`: it is the host, which is always given its own
 * - `only-copy`: no other remote offers one
 * - `own-shared`: its own copy is the page's
 * - `shared`: it accepts the page's
 * - `outside-range`: its range is a wish, which the page's copy does not meet; comes with a warning
 * - `range`: its range rejects the page's
 * - `equal-version`: in the share scope `strict` only an equal version is shared
 * - `entry-points`: the page's lacks an entry point that it imports
 * - `version-unknown`: the page's has no readable version, or the remote no readable range
 * - `not-provided`: the page's may not be given to others
 * - `newer`: it could use the page's, but another copy that is used anyway is newer
 * - `goes-with`: it could use the page's, but not together with the other copies that it uses
 */
export type ReasonCode =
  | 'host'
  | 'only-copy'
  | 'own-shared'
  | 'shared'
  | 'outside-range'
  | Objection
  | 'newer'
  | 'goes-with';

/** Why a copy cannot serve a demand. */
export type Objection = 'range' | 'equal-version' | 'entry-points' | 'version-unknown' | 'not-provided';

/** Something that works, but not as somebody wished. */
export interface AgreementWarning {
  /** `outside-range`: a singleton's range that is only a wish was not met. `range-unreadable`: it is no range. */
  readonly code: 'outside-range' | 'range-unreadable';
  readonly remote: string;
  readonly packageName: string;
  readonly message: string;
}
