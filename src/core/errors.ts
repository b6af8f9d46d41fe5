import { CodedError } from './coded-error.js';

/** A field of a JSON document that has not the shape that the format gives it. */
export interface WrongShape {
  /** The document's URL. */
  readonly url: string;
  /** Path of the field, as in `shared[2].outFileName`. */
  readonly field: string;
  /** What the format wants there. */
  readonly expected: string;
  /** What stands there, shortened. */
  readonly found: string;
}

/** A document that could not be fetched. */
interface Unreachable {
  readonly url: string;
  /** As in `HTTP 404`, or what the browser says. */
  readonly reason: string;
}

/** One whose bytes may be others than whoever names it expects. */
interface UnreachableDocument extends Unreachable {
  /** The hash that it has to have, if one is given: browsers do not tell whether it was that. */
  readonly integrity?: string | undefined;
}

/** Which remote a fault belongs to. */
interface OfRemote {
  readonly remote: string;
}

export interface OfModule extends OfRemote {
  readonly module: string;
}

/** Why nothing is fetched from an address. */
export type Refusal = 'malformed' | 'scheme' | 'insecure' | 'origin';

/**
 * The facts that each error of the page carries, by code.
 *
 * A code is permanent: add one or retire one, never rename or reuse one.
 * Each has its own heading in `docs/errors.md`.
 */
export interface FederationErrorDetails {
  'manifest-unreachable': UnreachableDocument;
  'manifest-html': { readonly url: string };
  'manifest-malformed': { readonly url: string; readonly reason: string };
  'manifest-invalid': WrongShape;
  'manifest-timeout': { readonly url: string; readonly timeout: number };
  'remote-unknown': {
    readonly remote: string;
    readonly known: readonly string[];
    readonly nearest?: string | undefined;
    /** `false` if the page has no manifest at all. */
    readonly hasManifest?: boolean | undefined;
  };
  'remote-entry-unreachable': UnreachableDocument & OfRemote;
  'remote-entry-html': OfRemote & { readonly url: string };
  'remote-entry-malformed': OfRemote & { readonly url: string; readonly reason: string };
  'remote-entry-invalid': WrongShape & OfRemote;
  'remote-entry-timeout': OfRemote & { readonly url: string; readonly timeout: number };
  'version-conflict': {
    readonly dependency: string;
    readonly shared: string;
    readonly sharedBy: string;
    readonly wanted: string;
    readonly wantedBy: string;
  };
  'shared-missing': OfRemote & { readonly specifier: string };
  'exposed-unknown': OfRemote & {
    readonly module: string;
    readonly known: readonly string[];
    readonly nearest?: string | undefined;
  };
  'address-refused': { readonly address: string; readonly refusal: Refusal };
  'script-unreachable': Unreachable;
  'import-map-rejected': { readonly reason: string };
  'module-unreachable': OfModule & Unreachable;
  'module-timeout': OfModule & { readonly timeout: number };
  'module-failed': OfModule & Unreachable;
  'contract-missing': OfModule & {
    /** What the module exports. */
    readonly exported: readonly string[];
    /** The contract, export or tag that was asked for. */
    readonly wanted?: string | undefined;
    /** If there is no such contract or export: the one that was probably meant. */
    readonly nearest?: string | undefined;
  };
  'mount-failed': OfModule & {
    readonly contract: string;
    /** What the app was asked to do. */
    readonly phase: 'mount' | 'update' | 'suspend' | 'resume' | 'unmount';
    readonly reason: string;
  };
  'mount-timeout': OfModule & { readonly contract: string; readonly timeout: number };
  'host-missing': OfRemote & { readonly waited: number };
  'props-invalid': OfRemote & { readonly props: string };
}

/** The name of one way in which a federation can fail. */
export type FederationErrorCode = keyof FederationErrorDetails;

/**
 * Every error that this package throws on purpose in a page.
 *
 * Most are made by `explain`, which has their sentences.
 */
export class FederationError<Code extends FederationErrorCode = FederationErrorCode> extends CodedError<
  FederationErrorDetails,
  Code
> {
  override readonly name = 'FederationError';
}
