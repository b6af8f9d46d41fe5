import type { Agreement } from '../agreement.js';
import type { ImportMap } from '../import-map.js';

/**
 * The import map of an agreement that was made plainly: every specifier leads everybody to the same file.
 *
 * @returns What `createImportMap` gives.
 *
 * Runs anywhere: pure.
 */
export function createPlainImportMap({ entries, packages }: Agreement): ImportMap {
  const imports = new Map<string, string>();
  const integrity = new Map<string, string>();
  for (const { name, exposes } of entries) {
    for (const { key, url } of exposes) {
      addNew(imports, `${name}/${key}`, url);
      addNew(imports, `${name}/${key.slice(2)}`, url);
    }
  }
  for (const { copies } of packages) {
    for (const [specifier, url] of copies[0]?.entryPoints ?? []) addNew(imports, specifier, url);
  }
  // Of nested directories, the inner one tells of its files.
  for (const entry of [...entries].sort((a, b) => b.base.length - a.base.length)) {
    for (const [url, hash] of entry.integrity) addNew(integrity, url, hash);
  }
  return { imports: toObject(imports), scopes: {}, integrity: toObject(integrity) };
}

/** Whoever comes first decides. */
function addNew(rules: Map<string, string>, key: string, value: string): void {
  if (!rules.has(key)) rules.set(key, value);
}

function toObject(rules: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...rules.keys()].sort().map((key) => [key, rules.get(key) as string]));
}
