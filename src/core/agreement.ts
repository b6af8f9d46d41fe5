import type { FederationError } from './errors.js';
import type { RemoteEntry } from './remote-entry.js';

/**
 * Which copy of each shared package everyone on the page uses, and why.
 *
 * An immutable value: the result of `negotiate`, the input of `createImportMap`, and, once its map is in the
 * document, the `committed` argument of the next negotiation.
 */
export interface Agreement {
  /** All that took part, the host first, then what was committed, then the rest by name. */
  readonly entries: readonly RemoteEntry[];
  /** By npm name, sorted. */
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
  /** The copies in use. */
  readonly copies: readonly Copy[];
  readonly decisions: readonly Decision[];
}

/** One package at one version, as one remote ships it. */
export interface Copy {
  readonly packageName: string;
  readonly version: string | undefined;
  /** Name of the remote that ships it. */
  readonly provider: string;
  /** Specifier → URL of its entry points. */
  readonly entryPoints: ReadonlyMap<string, string>;
}

/** Which copy one consumer was given, and why. */
export interface Decision {
  /** Name of the remote. */
  readonly consumer: string;
  readonly copy: Copy;
  readonly reason: ReasonCode;
  /** The reason in one sentence, with the versions and ranges involved. */
  readonly sentence: string;
}

/** Why a consumer was given a copy: a closed set, which the negotiation extends. */
export type ReasonCode = string;

/** Something that works, but not as somebody wished. */
export interface AgreementWarning {
  readonly code: string;
  readonly remote: string;
  readonly packageName: string;
  readonly message: string;
}
