import type { Agreement, Copy, Decision } from './agreement.js';
import type { ImportMap } from './import-map.js';
import { findHomes, type Home } from './negotiation/homes.js';
import { packageNameOf } from './package-name.js';
import { addExposed, collectIntegrity, createPlainImportMap, toObject } from './plain/create-plain-import-map.js';
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
  return isPlain(agreement) ? createPlainImportMap(agreement) : createThoroughly(agreement);
}

/** Whether everybody resolves alike. */
function isPlain({ entries, arrivals, packages }: Agreement): boolean {
  const names = new Set(packages.map(({ packageName }) => packageName));
  const copies = packages.flatMap(({ copies }) => copies);
  const specifiers = new Set(copies.flatMap(({ entryPoints }) => [...entryPoints.keys()]));
  return (
    arrivals.length === 1 &&
    packages.length === names.size &&
    copies.length === names.size &&
    copies.every(({ imports }) => imports.every((specifier) => specifiers.has(specifier))) &&
    entries.every(({ chunks }) => chunks.size === 0) &&
    !entries.some(({ name, exposes }) => exposes.some(({ key }) => specifiers.has(name + key.slice(1))))
  );
}

/**
 * The import map of an agreement by which not everybody resolves alike: see {@link createImportMap}.
 *
 * @param given - What the page's own import map says for everyone: specifier → URL. It stands, so who is to have
 *   something else is told so in a scope.
 */
export function createThoroughly(agreement: Agreement, given: ReadonlyMap<string, string> = new Map()): ImportMap {
  const imports: Rules = new Map(given);
  const scopes = new Map<string, Rules>();
  const mapped = new Set<Copy>();
  const homes = withoutCopies(findHomes(agreement), agreement);
  let arrived = 0;
  for (const count of agreement.arrivals) {
    const entries = agreement.entries.slice(arrived, count);
    const uses = collectUses(agreement, entries);
    addExposed(imports, entries);
    addShared(imports, scopes, uses);
    addRemotes(imports, scopes, homes, entries, uses);
    addCopies(imports, scopes, collectNew(uses, mapped));
    arrived = count;
  }
  return {
    imports: toObject(imports),
    scopes: toObject(new Map([...scopes].map(([scope, rules]) => [scope, toObject(rules)]))),
    integrity: toObject(collectIntegrity(agreement.entries)),
  };
}

/** The same homes, without the files of copies that have rules of their own: a rule for a file would come before those. */
function withoutCopies(homes: ReadonlyMap<string, Home>, { packages }: Agreement): Map<string, Home> {
  const wired = packages.flatMap(({ copies }) => copies).flatMap(({ scopes }) => scopes);
  const isFree = (place: string): boolean => !wired.some((scope) => place.startsWith(scope));
  return new Map([...homes].map(([name, home]) => [name, { ...home, scopes: home.scopes.filter(isFree) }]));
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
    // Not an iterator, which makes an object for each of the many thousand decisions of a large page.
    decisions.forEach((decision) => {
      if (!names.has(decision.consumer)) return;
      last = last && isUse(last, decision) ? last : findUse(uses, decision);
      last.consumers.push(decision.consumer);
    });
    return uses;
  });
}

function findUse(uses: Use[], decision: Decision): Use {
  const known = uses.find((use) => isUse(use, decision));
  if (known) return known;
  const use = { copy: decision.copy, specifiers: decision.specifiers, consumers: [] };
  uses.push(use);
  return use;
}

function isUse(use: Use, { copy, specifiers }: Decision): boolean {
  return use.copy === copy && use.specifiers === specifiers;
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

/** Maps for each remote its chunks, and what it uses otherwise than most; the inner directories after the outer ones. */
function addRemotes(
  imports: Rules,
  scopes: Map<string, Rules>,
  homes: ReadonlyMap<string, Home>,
  entries: readonly RemoteEntry[],
  uses: readonly Use[],
): void {
  const wanted = new Map(entries.map(({ name, chunks }): [string, Rules] => [name, new Map(chunks)]));
  const nested = new Set(entries.map(({ name }) => name).filter((name) => homes.get(name)?.isNested));
  for (const { copy, specifiers, consumers } of uses) {
    for (const specifier of specifiers) {
      const url = addressOf(copy, specifier);
      // What everyone is told is told again only to those whose directory is in that of another remote.
      const isSaid = imports.get(specifier) === url;
      const told = isSaid ? consumers.filter((name) => nested.has(name)) : consumers;
      for (const consumer of told) wanted.get(consumer)?.set(specifier, url);
    }
  }
  for (const { name } of [...entries].sort((a, b) => a.base.length - b.base.length)) {
    const rules = wanted.get(name);
    if (rules?.size) addRules(imports, scopes, homes.get(name)?.scopes ?? [], rules);
  }
}

/** Maps for each copy what its own files import otherwise than the remote that ships it. */
function addCopies(imports: Rules, scopes: Map<string, Rules>, copies: readonly Copy[]): void {
  for (const copy of copies) {
    const rules = copy.imports.map((specifier): [string, string] => {
      return [specifier, addressOf(copy.dependencies.get(packageNameOf(specifier)) as Copy, specifier)];
    });
    addRules(imports, scopes, copy.scopes, rules);
  }
}

function addressOf({ entryPoints }: Copy, specifier: string): string {
  return entryPoints.get(specifier) as string;
}

/** Adds to scopes what the broader ones do not say anyway. */
function addRules(
  imports: Rules,
  scopes: Map<string, Rules>,
  places: readonly string[],
  rules: Iterable<[string, string]>,
): void {
  for (const place of places) {
    const around = [...prefixesOf(place)].flatMap((prefix) => scopes.get(prefix) ?? []);
    const isNew = ([specifier, url]: [string, string]): boolean =>
      (around.find((broader) => broader.has(specifier)) ?? imports).get(specifier) !== url;
    const added = [...rules].filter(isNew);
    if (added.length > 0) scopes.set(place, new Map([...added, ...(scopes.get(place) ?? [])]));
  }
}
