/** The items by what `keyOf` says of each, in their order. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  const list = Array.isArray(items) ? items : [...items];
  list.forEach((item) => {
    addTo(groups, keyOf(item), item);
  });
  return groups;
}

/** Puts one more item into a group. */
export function addTo<Item, Key>(groups: Map<Key, Item[]>, key: Key, item: Item): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
