import type { Messages } from './coded-error.js';
import {
  FederationError,
  type FederationErrorCode,
  type FederationErrorDetails,
  type OfModule,
  type Refusal,
  type WrongShape,
} from './errors.js';
import { nearestName } from './nearest-name.js';
import { sayMissing } from './say-missing.js';

/** Codes of errors that have their sentences here: all but those of the few places that cannot wait for this file. */
export type ExplainedCode = Exclude<
  FederationErrorCode,
  'script-unreachable' | 'contract-missing' | 'mount-failed' | 'mount-timeout' | 'host-missing' | 'props-invalid'
>;

/** Why nothing is fetched from an address. */
const refusals: Readonly<Record<Refusal, string>> = {
  malformed: 'it is not a URL',
  scheme: 'only http and https without a user name are fetched',
  insecure: 'a page on https cannot fetch from http',
  origin: 'its origin is not among those that the page allows',
};

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
const unreachable = (details: OfDocument & FederationErrorDetails['manifest-unreachable']): string =>
  `${documentOf(details)} could not be fetched: ${details.reason}. See that the address is right, and that its server is up and allows this page's origin (CORS)${details.integrity ? `, and that the hash of what it sends is ${details.integrity}` : ''}.`;
const html = (details: OfDocument): string =>
  `${documentOf(details)} is an HTML page, not JSON: probably a server's start page. See that the address is right.`;
// Entries are written by a build, manifests by people.
const mend = ({ remote }: OfDocument): string =>
  remote === undefined ? 'Correct it there.' : 'Build and deploy it again.';
const malformed = (details: OfDocument & { readonly reason: string }): string =>
  `${documentOf(details)} is not JSON: ${details.reason}. ${mend(details)}`;
const invalid = (details: OfDocument & WrongShape): string =>
  `${documentOf(details)} has ${details.found} at "${details.field}"; expected ${details.expected}. ${mend(details)}`;
const timeout = (details: OfDocument & { readonly timeout: number }): string =>
  `${documentOf(details)} did not arrive within ${details.timeout} ms. See that its server answers, or raise the timeout.`;

// Each message says what happened, with names and values, and then what to do.
const messages: Messages<Pick<FederationErrorDetails, ExplainedCode>> = {
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
  'remote-unknown': ({ remote, known, nearest, hasManifest }) =>
    hasManifest === false
      ? `The page has no manifest that would name remote "${remote}"; it knows ${list(known)}.${suggest(nearest)} Name one in the manifest attribute of <federation-host>, or register the remote.`
      : `The manifest has no remote "${remote}"; it has ${list(known)}.${suggest(nearest)} Correct the name, or add it.`,
  'version-conflict': ({ dependency, shared, sharedBy, wanted, wantedBy }) =>
    `"${wantedBy}" wants ${dependency} ${wanted}, but the page shares ${shared}, from "${sharedBy}". ` +
    `Align the versions, or build "${wantedBy}" with strictVersion: false for ${dependency}.`,
  'shared-missing': sayMissing,
  'exposed-unknown': ({ remote, module, known, nearest }) =>
    `Remote "${remote}" exposes no module "${module}"; it exposes ${list(known)}.${suggest(nearest)} Correct the name, or expose it in the remote's config.`,
  'address-refused': ({ address, refusal }) =>
    `Nothing is fetched from ${address}: ${refusals[refusal]}. Correct the address, or allow its origin.`,
  'import-map-rejected': ({ reason }) =>
    `The browser rejected the import map: ${reason}. Load the federation by a classic script with the page's nonce, before any module, or allow es-module-shims.`,
  'module-unreachable': (details) =>
    `${moduleOf(details)}, ${details.url}, could not be loaded: ${details.reason}. See that all its files are deployed, and that their server allows this page's origin (CORS) and gives scripts the MIME type of JavaScript.`,
  'module-timeout': (details) =>
    `${moduleOf(details)} was not there within ${details.timeout} ms. See that its server answers and that it does not wait for ever, or raise the timeout.`,
  'module-failed': (details) =>
    `${moduleOf(details)}, ${details.url}, failed as it ran: ${details.reason}. Mend the module, then reload the page.`,
};

/**
 * Makes an error that says what happened, with names and values, and then what to do.
 *
 * Where a name is unknown, `details.nearest` becomes the one that was probably meant.
 *
 * Runs anywhere: pure.
 */
export function explain<Code extends ExplainedCode>(
  code: Code,
  details: FederationErrorDetails[Code],
  options?: ErrorOptions,
): FederationError<Code> {
  const complete = 'known' in details ? { ...details, nearest: nearestOf(details) } : details;
  return new FederationError(code, complete, messages[code](complete), options);
}

type Unknown = FederationErrorDetails['remote-unknown' | 'exposed-unknown'];

function nearestOf(details: Unknown): string | undefined {
  const wanted = 'module' in details ? details.module.replace(/^(?:\.\/)?(?=.)/, './') : details.remote;
  return nearestName(wanted, details.known);
}
