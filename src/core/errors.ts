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
  'host-missing': OfRemote & { readonly waited: number };
  'props-invalid': OfRemote & { readonly props: string };
}

/** The name of one way in which a federation can fail. */
export type FederationErrorCode = keyof FederationErrorDetails;

const list = (names: readonly string[]): string => names.join(', ') || 'none';
const suggest = (nearest: string | undefined): string => (nearest === undefined ? '' : ` Did you mean "${nearest}"?`);

// Each message says what happened, with names and values, and then what to do.
const messages: Messages<FederationErrorDetails> = {
  'manifest-unreachable': ({ url, reason }) =>
    `The manifest ${url} could not be fetched: ${reason}. Correct the address, or see that its server is up and allows this page's origin (CORS).`,
  'manifest-html': ({ url }) =>
    `The manifest ${url} is an HTML page, not JSON. Correct the address: a server that answers every path with its start page hides a wrong one.`,
  'manifest-malformed': ({ url, reason }) => `The manifest ${url} is not JSON: ${reason}. Correct the file.`,
  'manifest-invalid': ({ url, field, expected, found }) =>
    `The manifest ${url} has ${found} at "${field}"; expected ${expected}. Correct the field.`,
  'manifest-timeout': ({ url, timeout }) =>
    `The manifest ${url} did not arrive within ${timeout} ms. See that its server answers, or raise the timeout.`,
  'remote-unknown': ({ remote, known, nearest }) =>
    `The manifest has no remote "${remote}"; it has ${list(known)}.${suggest(nearest)} Correct the name, or add the remote to the manifest.`,
  'remote-entry-unreachable': ({ remote, url, reason }) =>
    `The entry of remote "${remote}", ${url}, could not be fetched: ${reason}. See that its server is up and allows this page's origin (CORS).`,
  'remote-entry-html': ({ remote, url }) =>
    `The entry of remote "${remote}", ${url}, is an HTML page, not JSON. Correct its address in the manifest.`,
  'remote-entry-malformed': ({ remote, url, reason }) =>
    `The entry of remote "${remote}", ${url}, is not JSON: ${reason}. Build and deploy the remote again.`,
  'remote-entry-invalid': ({ remote, url, field, expected, found }) =>
    `The entry of remote "${remote}", ${url}, has ${found} at "${field}"; expected ${expected}. Build and deploy the remote again.`,
  'remote-entry-timeout': ({ remote, url, timeout }) =>
    `The entry of remote "${remote}", ${url}, did not arrive within ${timeout} ms. See that its server answers, or raise the timeout.`,
  'version-conflict': ({ dependency, shared, sharedBy, wanted, wantedBy }) =>
    `"${wantedBy}" wants ${dependency} ${wanted}, but the page shares ${shared}, from "${sharedBy}". ` +
    `Align the two versions, or build "${wantedBy}" with strictVersion: false for ${dependency}.`,
  'shared-missing': ({ remote, specifier }) =>
    `Remote "${remote}" needs "${specifier}", which no remote shares. Share it in the build of "${remote}" or of the host.`,
  'exposed-unknown': ({ remote, module, known, nearest }) =>
    `Remote "${remote}" exposes no module "${module}"; it exposes ${list(known)}.${suggest(nearest)} Correct the name, or expose the module in the remote's federation.config.js.`,
  'address-refused': ({ address, refusal }) =>
    `Nothing is fetched from ${address}: ${refusals[refusal]}. Correct the address, or allow its origin.`,
  'import-map-rejected': ({ reason }) =>
    `The browser rejected the import map: ${reason}. Load the federation by a classic script with the page's nonce, before any module script, or allow es-module-shims.`,
  'module-unreachable': ({ remote, module, url, reason }) =>
    `Module "${module}" of remote "${remote}", ${url}, could not be loaded: ${reason}. See that all its files are deployed, then reload the page.`,
  'module-timeout': ({ remote, module, timeout }) =>
    `Module "${module}" of remote "${remote}" was not there within ${timeout} ms. See that its server answers and that the module does not wait for ever, or raise the timeout.`,
  'module-failed': ({ remote, module, url, reason }) =>
    `Module "${module}" of remote "${remote}", ${url}, failed as it ran: ${reason}. Mend the module; until the page is reloaded it stays failed.`,
  'contract-missing': ({ remote, module, exported, wanted }) =>
    `Module "${module}" of remote "${remote}" exports ${list(exported)}, which ${wanted ? `is not "${wanted}"` : 'cannot be mounted'}. Export a function mount(target, context), or a custom element class.`,
  'mount-failed': ({ remote, module, contract, phase, reason }) =>
    `Module "${module}" of remote "${remote}" threw in ${phase} (contract ${contract}): ${reason}. Mend the module.`,
  'host-missing': ({ remote, waited }) =>
    `"${remote}" found no federation within ${waited} ms after the document was there. Put a <federation-host> with a manifest on the page, or call createFederation().`,
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
