import type { Agreement, Copy, Decision } from './agreement.js';
import type { ImportMap } from './import-map.js';
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
  const decisions = groupByConsumer(agreement);
  const mapped = new Set<Copy>();
  let arrived = 0;
  for (const count of agreement.arrivals) {
    const arrivals = agreement.entries.slice(arrived, count).map((entry) => arrivalOf(entry, decisions));
    const copies = collectNew(arrivals, mapped);
    addExposed(imports, arrivals);
    addShared(imports, scopes, arrivals);
    addScopes(imports, scopes, collectWanted(arrivals, copies));
    arrived = count;
  }
  return {
    imports: toObject(imports),
    scopes: toObject(new Map([...scopes].map(([scope, rules]) => [scope, toObject(rules)]))),
    integrity: toObject(collectIntegrity(agreement.entries)),
  };
}

/** A remote, and what it was given. */
interface Arrival {
  readonly entry: RemoteEntry;
  readonly copies: readonly Copy[];
  /** What it imports → URL. */
  readonly uses: Rules;
}

function groupByConsumer({ packages }: Agreement): Map<string, Decision[]> {
  const groups = new Map<string, Decision[]>();
  for (const { decisions } of packages) {
    for (const decision of decisions) {
      const group = groups.get(decision.consumer);
      if (group) group.push(decision);
      else groups.set(decision.consumer, [decision]);
    }
  }
  return groups;
}

function arrivalOf(entry: RemoteEntry, decisions: ReadonlyMap<string, readonly Decision[]>): Arrival {
  const given = decisions.get(entry.name) ?? [];
  const uses: Rules = new Map();
  for (const { copy, specifiers } of given) {
    for (const specifier of specifiers) uses.set(specifier, copy.entryPoints.get(specifier) as string);
  }
  return { entry, copies: given.map(({ copy }) => copy), uses };
}

/** The copies that some remotes get to, one through the other, and nobody did before. */
function collectNew(arrivals: readonly Arrival[], mapped: Set<Copy>): Copy[] {
  const reach = new Set(arrivals.flatMap(({ copies }) => copies));
  // A set that grows while it is walked gives what is added, too.
  for (const { dependencies } of reach) for (const copy of dependencies.values()) reach.add(copy);
  const fresh = [...reach].filter((copy) => !mapped.has(copy));
  for (const copy of fresh) mapped.add(copy);
  return fresh;
}

function addExposed(imports: Rules, arrivals: readonly Arrival[]): void {
  for (const { entry } of arrivals) {
    const { name, exposes } = entry;
    for (const { key, url } of exposes) {
      for (const specifier of [`${name}/${key}`, `${name}/${key.slice(2)}`]) {
        if (!imports.has(specifier)) imports.set(specifier, url);
      }
    }
  }
}

/** Maps for everyone what most remotes use; the first of them decides where as many use another. */
function addShared(imports: Rules, scopes: ReadonlyMap<string, Rules>, arrivals: readonly Arrival[]): void {
  const users = new Map<string, Map<string, number>>();
  for (const { uses } of arrivals) {
    for (const [specifier, url] of uses) {
      const counts = users.get(specifier) ?? new Map<string, number>();
      users.set(specifier, counts.set(url, (counts.get(url) ?? 0) + 1));
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

/** By scope, what its files must resolve. */
function collectWanted(arrivals: readonly Arrival[], copies: readonly Copy[]): Map<string, Rules> {
  const wanted = new Map<string, Rules>();
  const add = (scope: string, rules: Iterable<[string, string]>): void => {
    wanted.set(scope, new Map([...(wanted.get(scope) ?? []), ...rules]));
  };
  for (const { entry, uses } of arrivals) add(entry.base, [...entry.chunks, ...uses]);
  for (const copy of copies) for (const scope of copy.scopes) add(scope, importsOf(copy));
  return wanted;
}

function importsOf({ imports, dependencies }: Copy): [string, string][] {
  return imports.map((specifier) => {
    return [specifier, dependencies.get(packageNameOf(specifier))?.entryPoints.get(specifier) as string];
  });
}

/** Adds what the broader scopes do not say anyway; these come first, because a narrower one is longer. */
function addScopes(imports: Rules, scopes: Map<string, Rules>, wanted: ReadonlyMap<string, Rules>): void {
  for (const [scope, rules] of [...wanted].sort(([a], [b]) => a.length - b.length)) {
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
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : Number(a > b))));
}
