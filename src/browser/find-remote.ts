import { explain } from '../core/explain.js';
import type { FederationStore, RemoteRecord } from './federation-state.js';
import type { RemoteRegistry } from './remote-registry.js';

/**
 * A remote that no manifest names: not yet, as one has failed, or by the name that it gives itself.
 *
 * @throws {@link FederationError} `remote-unknown`, or why a manifest failed again.
 */
export async function findRemote(
  name: string,
  store: FederationStore,
  registry: Pick<RemoteRegistry, 'repeatManifests' | 'whenWritten'>,
): Promise<RemoteRecord> {
  for (const repeated of registry.repeatManifests()) repeated.catch(() => {});
  const outcomes = await Promise.allSettled(Array.from(store.state.manifests.values(), ({ loading }) => loading));
  const named = store.state.remotes.get(name);
  if (named) return named;
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  await registry.whenWritten();
  const { remotes, manifests } = store.state;
  const aliased = [...remotes.values()].filter((each) => each.status === 'loaded' && each.entry.alias === name);
  if (aliased[0] && !aliased[1]) return aliased[0];
  throw explain('remote-unknown', { remote: name, known: [...remotes.keys()], hasManifest: manifests.size > 0 });
}
