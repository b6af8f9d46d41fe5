import type { FetchOptions } from '../src/browser/federation-api.js';
import { present } from '../src/browser/present.js';
import type { Route } from './routes/route.js';

/** What an author asks for: the attributes of `<federation-remote>`, as properties. */
export interface RemoteRequest {
  readonly remote: string | null | undefined;
  readonly module: string | null | undefined;
  readonly src: string | null | undefined;
  readonly export: string | null | undefined;
  readonly element: string | null | undefined;
  readonly contract: string | null | undefined;
  readonly isolation: string | null | undefined;
  readonly timeout: number | null | undefined;
  readonly retries: number | null | undefined;
  readonly crossOrigin: FetchOptions['crossOrigin'] | null;
  readonly referrerPolicy: ReferrerPolicy | null | undefined;
  readonly fetchPriority: FetchOptions['fetchPriority'] | null;
  readonly props: unknown;
  readonly route: Route | undefined;
}

/** The name of the wanted remote; one that no manifest names is called by its address, as far as a name may be long. */
export function remoteNameOf({ remote, src }: RemoteRequest): string {
  if (remote) return remote;
  const address = src ?? '';
  let hash = 0;
  for (const letter of address) hash = (hash * 31 + letter.charCodeAt(0)) | 0;
  return `src-${address.replace(/\W+/g, '-').slice(0, 99)}-${hash >>> 0}`;
}

/** How its files are fetched; what is left out is as the host says. */
export function fetchOptionsOf({ crossOrigin, referrerPolicy, fetchPriority }: RemoteRequest): FetchOptions {
  return present<FetchOptions>({
    // As in HTML: whatever else is written there means anonymous.
    crossOrigin: crossOrigin == null || crossOrigin === 'use-credentials' ? crossOrigin : 'anonymous',
    referrerPolicy,
    fetchPriority,
  });
}
