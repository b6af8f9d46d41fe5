import type { Agreement, Copy } from './agreement.js';
import type { ImportMap } from './import-map.js';
import { findHomes, type Home } from './negotiation/homes.js';
import { packageNameOf } from './package-name.js';
import type { RemoteEntry } from './remote-entry.js';
import { prefixesOf } from './resolve-specifier.js';

type Rules = Map<string, string>;

/**
 * The import map that makes an agreement come true: complete, minimal, its keys sorted.
 *
 * `imports` has each exposed module as `remote/Component` and `remote/./Component`, and each shared specifier as most
 * remotes use it. The scope of a remote has what it resolves differently; the scopes of a copy what its own files do.
 * What an earlier negotiation agreed on keeps its rules: what arrives later only adds to them.
 *
 * @returns A map without rules if nothing is shared or exposed.
 *
 * @example
 * ```ts
 * createImportMap(negotiate([cart])).imports; // → { 'cart/./Cart': 'https://cart.example/Cart.js', 'cart/Cart': …, lit: … }
 * ```
 *
 * Runs anywhere: pure.
 */
export function createImportMap(agreement: Agreement): ImportMap {
  const imports: Rules = new Map();
  const scopes = new Map<string, Rules>();
  const mapped = new Set<Copy>();
  const homes = findHomes(agreement);
  let arrived = 0;
  for (const count of agreement.arrivals) {
    const entries = agreement.entries.slice(arrived, count);
    const uses = collectUses(agreement, entries);
    addExposed(imports, entries);
    addShared(imports, scopes, uses);
    addScopes(imports, scopes, collectRules(imports, homes, entries, uses, collectNew(uses, mapped)));
    arrived = count;
  }
  return {
    imports: toObject(imports),
    scopes: toObject(new Map([...scopes].map(([scope, rules]) => [scope, toObject(rules)]))),
    integrity: toObject(collectIntegrity(agreement.entries)),
  };
}

/** Remotes that import the same of the same copy. */
interface Use {
  readonly copy: Copy;
  readonly specifiers: readonly string[];
  readonly consumers: string[];
}

function collectUses({ packages }: Agreement, entries: readonly RemoteEntry[]): Use[] {
  const names = new Set(entries.map(({ name }) => name));
  return packages.flatMap(({ decisions }) => {
    const uses: Use[] = [];
    let last: Use | undefined;
    for (const { consumer, copy, specifiers } of decisions) {
      if (!names.has(consumer)) continue;
      const isSame = (use: Use): boolean => use.copy === copy && use.specifiers === specifiers;
      last = last && isSame(last) ? last : uses.find(isSame);
      if (last) last.consumers.push(consumer);
      else {
        last = { copy, specifiers, consumers: [consumer] };
        uses.push(last);
      }
    }
    return uses;
  });
}

/** The copies that somebody gets to, one through the other, and nobody did before. */
function collectNew(uses: readonly Use[], mapped: Set<Copy>): Copy[] {
  const reach = new Set(uses.map(({ copy }) => copy));
  // A set that grows while it is walked gives what is added, too.
  for (const { dependencies } of reach) for (const copy of dependencies.values()) reach.add(copy);
  const fresh = [...reach].filter((copy) => !mapped.has(copy));
  for (const copy of fresh) mapped.add(copy);
  return fresh;
}

function addExposed(imports: Rules, entries: readonly RemoteEntry[]): void {
  for (const { name, exposes } of entries) {
    for (const { key, url } of exposes) {
      for (const specifier of [`${name}/${key}`, `${name}/${key.slice(2)}`]) {
        if (!imports.has(specifier)) imports.set(specifier, url);
      }
    }
  }
}

/** Maps for everyone what most remotes use; the first of them decides where as many use another. */
function addShared(imports: Rules, scopes: ReadonlyMap<string, Rules>, uses: readonly Use[]): void {
  const users = new Map<string, Map<string, number>>();
  for (const { copy, specifiers, consumers } of uses) {
    for (const specifier of specifiers) {
      const counts = users.get(specifier) ?? new Map<string, number>();
      const url = addressOf(copy, specifier);
      users.set(specifier, counts.set(url, (counts.get(url) ?? 0) + consumers.length));
    }
  }
  // A browser refuses a rule for everyone, if any file has resolved the specifier before by its scope.
  const scoped = new Set([...scopes.values()].flatMap((rules) => [...rules.keys()]));
  for (const [specifier, counts] of users) {
    if (imports.has(specifier) || scoped.has(specifier)) continue;
    const most = Math.max(...counts.values());
    for (const [url, count] of counts) if (count === most && !imports.has(specifier)) imports.set(specifier, url);
  }
}

/** By scope, what its files must resolve; what `imports` says for all of them is left out. */
function collectRules(
  imports: Rules,
  homes: ReadonlyMap<string, Home>,
  entries: readonly RemoteEntry[],
  uses: readonly Use[],
  copies: readonly Copy[],
): Map<string, Rules> {
  const byScope = new Map<string, Rules>();
  const add = (scope: string, specifier: string, url: string): void => {
    const rules = byScope.get(scope) ?? new Map<string, string>();
    byScope.set(scope, rules.set(specifier, url));
  };
  const addForRemote = ({ scopes, isNested }: Home, specifier: string, url: string): void => {
    if (isNested || imports.get(specifier) !== url) for (const scope of scopes) add(scope, specifier, url);
  };
  for (const { name, chunks } of entries) {
    for (const [specifier, url] of chunks) addForRemote(homes.get(name) as Home, specifier, url);
  }
  for (const { copy, specifiers, consumers } of uses) {
    for (const specifier of specifiers) {
      const url = addressOf(copy, specifier);
      for (const consumer of consumers) addForRemote(homes.get(consumer) as Home, specifier, url);
    }
  }
  for (const { scopes, imports: specifiers, dependencies } of copies) {
    for (const specifier of specifiers) {
      const url = addressOf(dependencies.get(packageNameOf(specifier)) as Copy, specifier);
      for (const scope of scopes) add(scope, specifier, url);
    }
  }
  return byScope;
}

function addressOf({ entryPoints }: Copy, specifier: string): string {
  return entryPoints.get(specifier) as string;
}

/** Adds what the broader scopes do not say anyway; these come first, because a narrower one is longer. */
function addScopes(imports: Rules, scopes: Map<string, Rules>, added: ReadonlyMap<string, Rules>): void {
  for (const [scope, rules] of [...added].sort(([a], [b]) => a.length - b.length)) {
    const broader = [...prefixesOf(scope)].map((prefix) => scopes.get(prefix)).filter((found) => found !== undefined);
    const own = scopes.get(scope) ?? new Map<string, string>();
    for (const [specifier, url] of rules) {
      const known = broader.find((found) => found.has(specifier)) ?? imports;
      if (known.get(specifier) !== url && !own.has(specifier)) own.set(specifier, url);
    }
    if (own.size > 0) scopes.set(scope, own);
  }
}

/** The hashes that each entry gives of its own files; of nested directories, the inner one's. */
function collectIntegrity(entries: readonly RemoteEntry[]): Rules {
  const integrity: Rules = new Map();
  for (const entry of [...entries].sort((a, b) => b.base.length - a.base.length)) {
    for (const [url, hash] of entry.integrity) if (!integrity.has(url)) integrity.set(url, hash);
  }
  return integrity;
}

function toObject<Value>(map: ReadonlyMap<string, Value>): Record<string, Value> {
  return Object.fromEntries([...map.keys()].sort().map((key) => [key, map.get(key) as Value]));
}
