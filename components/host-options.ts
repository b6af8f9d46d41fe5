import type { FederationOptions, ManifestOptions, ManifestSource } from '../src/browser/federation-api.js';
import { present } from '../src/browser/present.js';
import { FederationError } from '../src/core/errors.js';

// Not `-?`: it also takes `undefined` away, unless who reads the published types has exactOptionalPropertyTypes.
type Attributes<Options> = { readonly [Name in keyof Required<Options>]: Options[Name] | null | undefined };

/** What an author says of the federation: the attributes of `<federation-host>`, as properties. */
export interface HostRequest
  extends Attributes<
    Pick<FederationOptions, 'timeout' | 'strict' | 'prefer' | 'polyfill' | 'trustedTypesPolicy' | keyof ManifestOptions>
  > {
  readonly manifest: string | null | undefined;
  readonly entry: string | null | undefined;
  readonly retries: number | null | undefined;
  readonly allow: string | null | undefined;
}

/** The options of the federation that a host starts. Attributes that are not there leave the defaults. */
export function readFederationOptions(element: HTMLElement & HostRequest): FederationOptions {
  const { entry, timeout, retries, strict, prefer, polyfill, allow, trustedTypesPolicy } = element;
  return present<FederationOptions>({
    ...readManifestOptions(element),
    entry,
    timeout: timeout || null,
    retry: retries,
    // Frameworks set the property to what a template has where an attribute has no value.
    strict: (strict as unknown) === '' || strict,
    prefer,
    polyfill,
    trustedTypesPolicy,
    allow: allow?.split(/\s+/).filter(Boolean),
    // An empty one means that the page has none.
    nonce: element.nonce || undefined,
  });
}

/** How the manifest of a host is fetched. */
export function readManifestOptions(element: HostRequest): ManifestOptions {
  const { crossOrigin, referrerPolicy, fetchPriority, integrity } = element;
  return present<ManifestOptions>({ crossOrigin, referrerPolicy, fetchPriority, integrity });
}

/** The manifests of a host, and what is wrong with the one that it holds itself. */
export interface HostManifests {
  readonly manifests: readonly ManifestSource[];
  readonly fault: FederationError<'manifest-malformed'> | undefined;
}

/** The manifest among the children of a host, which wins, then the one that its attribute names. */
export function readManifests(element: HTMLElement & HostRequest): HostManifests {
  const inline = element.querySelector(':scope > script[type="federation-manifest"]');
  const named = element.manifest ? [element.manifest] : [];
  try {
    return { manifests: inline ? [JSON.parse(inline.textContent), ...named] : named, fault: undefined };
  } catch (error) {
    const [url, reason] = [document.baseURI, String(error)];
    const sentences = `The manifest in ${url} is not JSON: ${reason}. Correct it there.`;
    const fault = new FederationError('manifest-malformed', { url, reason }, sentences, { cause: error });
    return { manifests: named, fault };
  }
}
