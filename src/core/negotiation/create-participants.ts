import type { RemoteEntry } from '../remote-entry.js';
import { groupBy } from './group-by.js';
import type { Participant } from './offer.js';

/** Who takes part: one entry that goes by several names is one participant; the host is known by its name. */
export function createParticipants(entries: readonly RemoteEntry[], host: string | undefined): Participant[] {
  return [...groupBy(entries, ({ url }) => url).values()].map((same, order) => {
    const [entry] = same as [RemoteEntry];
    const names = same.map(({ name }) => name);
    return { entry, names, order, isHost: names.includes(host ?? ''), offers: [] };
  });
}
