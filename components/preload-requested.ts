import { whenFederation } from '../src/browser/create-federation.js';
import { fetchOptionsOf, type RemoteRequest, remoteNameOf } from './remote-request.js';

/** What an author asks for, and what of it may be fetched before it is wanted. */
export interface PreloadRequest extends RemoteRequest {
  readonly preload: string | null | undefined;
}

/**
 * Fetches ahead what the attribute `preload` says: the remote's entry, all files of the module, or nothing.
 *
 * Never rejects.
 */
export async function preloadRequested(request: PreloadRequest): Promise<void> {
  const { preload, remote, src, module } = request;
  if (preload === 'none' || !(remote || src)) return;
  const name = remoteNameOf(request);
  const options = fetchOptionsOf(request);
  try {
    const federation = await whenFederation(document);
    if (src) await federation.register(name, src, options);
    await federation.preload(name, preload === 'module' ? (module ?? '') : undefined, options);
  } catch {
    // The load will meet the same fault, and the tag tells of it then.
  }
}
