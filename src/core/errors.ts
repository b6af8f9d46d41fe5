import { CodedError, type Messages } from './coded-error.js';

/** A field of a JSON document that has not the shape that the format gives it. */
interface WrongShape {
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

/** Which remote a fault belongs to. */
interface OfRemote {
  readonly remote: string;
}

interface OfModule extends OfRemote {
  readonly module: string;
}

/** Why nothing is fetched from an address. */
const refusals = {
  malformed: 'it is not a URL',
  scheme: 'only http and https without a user name are fetched',
  insecure: 'a page on https cannot fetch from http',
  origin: 'its origin is not among those that the page allows',
};

/**
 * The facts that each error of the page carries, by code.
 *
 * A code is permanent: add one or retire one, never rename or reuse one.
 * Each has its own heading in `docs/errors.md`.
 */
export interface FederationErrorDetails {
  'manifest-unreachable': Unreachable;
  'manifest-html': { readonly url: string };
  'manifest-malformed': { readonly url: string; readonly reason: string };
  'manifest-invalid': WrongShape;
  'manifest-timeout': { readonly url: string; readonly timeout: number };
  'remote-unknown': {
    readonly remote: string;
    readonly known: readonly string[];
    readonly nearest?: string | undefined;
  };
  'remote-entry-unreachable': Unreachable & OfRemote;
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
  'address-refused': { readonly address: string; readonly refusal: keyof typeof refusals };
  'import-map-rejected': { readonly reason: string };
  'module-unreachable': OfModule & Unreachable;
  'module-timeout': OfModule & { readonly timeout: number };
  'module-failed': OfModule & Unreachable;
  'contract-missing': OfModule & {
    /** What the module exports. */
    readonly exported: readonly string[];
    /** The contract, export or tag that was asked for. */
    readonly wanted?: string | undefined;
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

const list = (names: readonly string[]): string => names.join(', ') || 'none';
const suggest = (nearest: string | undefined): string => (nearest === undefined ? '' : ` Did you mean "${nearest}"?`);

/** A manifest, or the entry of a remote. */
interface OfDocument {
  readonly url: string;
  readonly remote?: string;
}

const documentOf = ({ url, remote }: OfDocument): string =>
  remote === undefined ? `The manifest ${url}` : `The entry of remote "${remote}", ${url},`;
const moduleOf = ({ remote, module }: OfModule): string => `Module "${module}" of remote "${remote}"`;

// What can be wrong with a document is the same of both kinds.
const unreachable = (details: OfDocument & Unreachable): string =>
  `${documentOf(details)} could not be fetched: ${details.reason}. See that the address is right, and that its server is up and allows this page's origin (CORS).`;
const html = (details: OfDocument): string =>
  `${documentOf(details)} is an HTML page, not JSON: probably a server's start page. See that the address is right.`;
const malformed = (details: OfDocument & { readonly reason: string }): string =>
  `${documentOf(details)} is not JSON: ${details.reason}. Build and deploy it again.`;
const invalid = (details: OfDocument & WrongShape): string =>
  `${documentOf(details)} has ${details.found} at "${details.field}"; expected ${details.expected}. Build and deploy it again.`;
const timeout = (details: OfDocument & { readonly timeout: number }): string =>
  `${documentOf(details)} did not arrive within ${details.timeout} ms. See that its server answers, or raise the timeout.`;

// Each message says what happened, with names and values, and then what to do.
const messages: Messages<FederationErrorDetails> = {
  'manifest-unreachable': unreachable,
  'manifest-html': html,
  'manifest-malformed': malformed,
  'manifest-invalid': invalid,
  'manifest-timeout': timeout,
  'remote-entry-unreachable': unreachable,
  'remote-entry-html': html,
  'remote-entry-malformed': malformed,
  'remote-entry-invalid': invalid,
  'remote-entry-timeout': timeout,
  'remote-unknown': ({ remote, known, nearest }) =>
    `The manifest has no remote "${remote}"; it has ${list(known)}.${suggest(nearest)} Correct the name, or add it.`,
  'version-conflict': ({ dependency, shared, sharedBy, wanted, wantedBy }) =>
    `"${wantedBy}" wants ${dependency} ${wanted}, but the page shares ${shared}, from "${sharedBy}". ` +
    `Align the versions, or build "${wantedBy}" with strictVersion: false for ${dependency}.`,
  'shared-missing': ({ remote, specifier }) =>
    `Remote "${remote}" needs "${specifier}", which no remote shares. Share it in the build of "${remote}" or of the host.`,
  'exposed-unknown': ({ remote, module, known, nearest }) =>
    `Remote "${remote}" exposes no module "${module}"; it exposes ${list(known)}.${suggest(nearest)} Correct the name, or expose it in the remote's config.`,
  'address-refused': ({ address, refusal }) =>
    `Nothing is fetched from ${address}: ${refusals[refusal]}. Correct the address, or allow its origin.`,
  'import-map-rejected': ({ reason }) =>
    `The browser rejected the import map: ${reason}. Load the federation by a classic script with the page's nonce, before any module, or allow es-module-shims.`,
  'module-unreachable': (details) =>
    `${moduleOf(details)}, ${details.url}, could not be loaded: ${details.reason}. See that all its files are deployed.`,
  'module-timeout': (details) =>
    `${moduleOf(details)} was not there within ${details.timeout} ms. See that its server answers and that it does not wait for ever, or raise the timeout.`,
  'module-failed': (details) =>
    `${moduleOf(details)}, ${details.url}, failed as it ran: ${details.reason}. Mend the module, then reload the page.`,
  'contract-missing': (details) =>
    `${moduleOf(details)} exports ${list(details.exported)}, which ${details.wanted ? `is not "${details.wanted}"` : 'cannot be mounted'}. Export a function mount(target, context), or a custom element class.`,
  'mount-failed': (details) =>
    `${moduleOf(details)} threw in ${details.phase} (contract ${details.contract}): ${details.reason}. Mend the module.`,
  'mount-timeout': (details) =>
    `${moduleOf(details)} was not mounted within ${details.timeout} ms (contract ${details.contract}). See that it does not wait for ever, or raise the timeout.`,
  'host-missing': ({ remote, waited }) =>
    `"${remote}" found no federation within ${waited} ms after the document was there. Put a <federation-host> on the page, or call createFederation().`,
  'props-invalid': ({ remote, props }) =>
    `The props attribute of "${remote}" is not a JSON object: ${props}. Correct the JSON, or set the property .props.`,
};

/** Every error that this package throws on purpose in a page. */
export class FederationError<Code extends FederationErrorCode = FederationErrorCode> extends CodedError<
  FederationErrorDetails,
  Code
> {
  override readonly name = 'FederationError';

  constructor(code: Code, details: FederationErrorDetails[Code], options?: ErrorOptions) {
    super(messages, code, details, options);
  }
}
