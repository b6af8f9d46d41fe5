import type { ImportMap } from './import-map.js';
import { parseUrl } from './parse-url.js';

type SpecifierMap = ImportMap['imports'];

/**
 * The URL that a browser would load for a specifier, as the HTML Standard resolves it.
 *
 * The narrowest scope that has a rule for it decides, then `imports`; a specifier that is a URL or a path and
 * that no rule matches is itself.
 *
 * @param specifier - As in the source: `lit`, `lit/decorators.js`, `./chunk.js`, `https://…`.
 * @param importer - Absolute URL of the file that imports it.
 * @returns An absolute URL; `undefined` for a bare specifier that no rule matches.
 *
 * @example
 * ```ts
 * resolveSpecifier(map, 'lit', 'https://cart.example/Cart.js'); // → 'https://shell.example/lit.js'
 * ```
 *
 * Runs anywhere: pure.
 */
export function resolveSpecifier(map: ImportMap, specifier: string, importer: string): string | undefined {
  const url = urlOf(specifier, importer);
  const name = url ?? specifier;
  for (const scope of prefixesOf(importer)) {
    const address = Object.hasOwn(map.scopes, scope) && match(map.scopes[scope] as SpecifierMap, name);
    if (address) return address;
  }
  return match(map.imports, name) ?? url;
}

/** The whole text, then each beginning of it that ends in a slash, the longest first: as scopes and rules are tried. */
export function* prefixesOf(text: string): Generator<string> {
  yield text;
  for (let end = text.lastIndexOf('/'); end > 0; end = text.lastIndexOf('/', end - 1)) yield text.slice(0, end + 1);
}

function match(rules: SpecifierMap, name: string): string | undefined {
  for (const prefix of prefixesOf(name)) {
    if (Object.hasOwn(rules, prefix)) return rules[prefix] + name.slice(prefix.length);
  }
  return undefined;
}

function urlOf(specifier: string, importer: string): string | undefined {
  const isPath = /^\.{0,2}\//.test(specifier);
  if (!isPath && !specifier.includes(':')) return undefined;
  return parseUrl(specifier, isPath ? importer : undefined)?.href;
}
