import type { Agreement } from '../agreement.js';
import type { ImportMap } from '../import-map.js';
import type { RemoteEntry } from '../remote-entry.js';

/**
 * The import map of an agreement that was made plainly: every specifier leads everybody to the same file.
 *
 * @returns What `createImportMap` gives.
 *
 * Runs anywhere: pure.
 */
export function createPlainImportMap({ entries, packages }: Agreement): ImportMap {
  const imports = new Map<string, string>();
  addExposed(imports, entries);
  for (const { copies } of packages) {
    for (const [specifier, url] of copies[0]?.entryPoints ?? []) addNew(imports, specifier, url);
  }
  return { imports: toObject(imports), scopes: {}, integrity: toObject(collectIntegrity(entries)) };
}

/** Maps what remotes expose: each module by two names. */
export function addExposed(imports: Map<string, string>, entries: readonly RemoteEntry[]): void {
  for (const { name, exposes } of entries) {
    for (const { key, url } of exposes) {
      addNew(imports, `${name}/${key}`, url);
      addNew(imports, `${name}/${key.slice(2)}`, url);
    }
  }
}

/** The hashes that each entry gives of its own files; of nested directories, the inner one's. */
export function collectIntegrity(entries: readonly RemoteEntry[]): ReadonlyMap<string, string> {
  const integrity = new Map<string, string>();
  for (const entry of [...entries].sort((a, b) => b.base.length - a.base.length)) {
    for (const [url, hash] of entry.integrity) addNew(integrity, url, hash);
  }
  return integrity;
}

/** Whoever comes first decides. */
function addNew(rules: Map<string, string>, key: string, value: string): void {
  if (!rules.has(key)) rules.set(key, value);
}

/** An object of the same fields, sorted by their names; without one called `__proto__`, which npm lets no package be. */
export function toObject<Value>(map: ReadonlyMap<string, Value>): Record<string, Value> {
  const object: Record<string, Value> = {};
  for (const key of [...map.keys()].sort()) object[key] = map.get(key) as Value;
  return object;
}
