import { whenFederation } from '../src/browser/create-federation.js';
import { type RemoteRequest, remoteNameOf } from './remote-request.js';

/** Calls back each time the remote that a tag names was built again, which happens only while it is being developed. */
export async function followUpdates(element: RemoteRequest, signal: AbortSignal, rebuilt: () => void): Promise<void> {
  const federation = await whenFederation(document);
  federation.addEventListener(
    'remoteupdate',
    ({ remote }) => {
      const alias = remote.status === 'loaded' && remote.entry.alias;
      if ([remote.name, alias].includes(remoteNameOf(element))) rebuilt();
    },
    { signal },
  );
}
