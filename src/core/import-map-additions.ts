import type { ImportMap } from './import-map.js';

/**
 * What must be appended to a document whose import map is already in use, so that it has all of a newer one.
 *
 * Only what is new is given: a rule that the committed map has, for whatever address, stays as it is.
 *
 * @param map - The map of the new agreement.
 * @param committed - The map that the document has.
 * @returns A map without rules if there is nothing to add.
 *
 * @example
 * ```ts
 * importMapAdditions({ imports: { lit: '/lit.js', vue: '/vue.js' }, … }, { imports: { lit: '/lit.js' }, … });
 * // → { imports: { vue: '/vue.js' }, scopes: {}, integrity: {} }
 * ```
 *
 * Runs anywhere: pure.
 */
export function importMapAdditions(map: ImportMap, committed: ImportMap): ImportMap {
  const scopes = Object.entries(map.scopes)
    .map(([scope, rules]) => [scope, without(rules, own(committed.scopes, scope) ?? {})] as const)
    .filter(([, rules]) => Object.keys(rules).length > 0);
  return {
    imports: without(map.imports, committed.imports),
    scopes: Object.fromEntries(scopes),
    integrity: without(map.integrity, committed.integrity),
  };
}

function without(rules: Readonly<Record<string, string>>, known: object): Record<string, string> {
  return Object.fromEntries(Object.entries(rules).filter(([key]) => !Object.hasOwn(known, key)));
}

function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
