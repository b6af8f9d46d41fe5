import type { Agreement } from '../agreement.js';
import type { RemoteEntry } from '../remote-entry.js';

/**
 * The entries that are new to the page: the host first, then as the manifest names them, then by name, so that the order
 * in which they are given decides nothing. Of several of one name the first address counts; of a name that is
 * committed, the committed one.
 */
export function arrive(
  entries: readonly RemoteEntry[],
  host: RemoteEntry | undefined,
  committed: Agreement | undefined,
  order: readonly string[] = [],
): RemoteEntry[] {
  const places = new Map(order.map((name, place) => [name, place]));
  const placeOf = ({ name }: RemoteEntry): number => places.get(name) ?? order.length;
  const names = new Set(committed?.entries.map(({ name }) => name));
  const byPlace = (a: RemoteEntry, b: RemoteEntry): number =>
    (places.size && placeOf(a) - placeOf(b)) || compare(a.name, b.name) || compare(a.url, b.url);
  const remotes = [...entries].sort(byPlace);
  return [...(host ? [host] : []), ...remotes].filter(({ name }) => !names.has(name) && names.add(name));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
