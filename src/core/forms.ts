/** Native Federation's name for a chunk that files import by name. */
export const chunkPrefix = '@nf-internal/';

const integrity = /^(?:(?:^|\s+)sha(?:256|384|512)-[A-Za-z\d+/]+={0,2})+$/;
const longestName = 214;
const remoteName = /^(?:@?[a-z\d][\w.-]*\/)*[a-z\d][\w.-]*$/i;
const bareSpecifier = /^[\w@#$~-][\w.@#$~-]*(?:\/(?!\.\.?(?:\/|$))[\w.~@+$%-]+)*$/;
const exposedKey = /^\.(?:\/[\w@$~+-][\w@$~+.-]*)+$/;

/**
 * Whether a text may be the name of a remote: npm-like, as `cart`, `@org/cart`, `team/cart`; so it is safe as the first
 * part of a specifier.
 *
 * Runs anywhere: pure.
 */
export function isRemoteName(text: string): boolean {
  return text.length <= longestName && remoteName.test(text);
}

/**
 * Whether a text is the name of a package, or an alias like `@/ui`, and maybe a path in it; so neither a URL, nor a
 * path, nor a prefix.
 *
 * Runs anywhere: pure.
 */
export function isBareSpecifier(text: string): boolean {
  return bareSpecifier.test(text);
}

/**
 * Whether a text may be the key of an exposed module: names and folders below `./`, each beginning with something else
 * than a dot.
 *
 * Runs anywhere: pure.
 */
export function isExposedKey(text: string): boolean {
  return exposedKey.test(text);
}

/**
 * Whether a text is integrity metadata that a browser enforces: one hash, or several.
 *
 * Browsers load a file whose metadata is malformed or of an unknown algorithm as if there were none, so what is
 * not exactly right must be refused, not passed on.
 *
 * @see https://www.w3.org/TR/SRI/#integrity-metadata-description
 *
 * Runs anywhere: pure.
 */
export function isIntegrity(text: string): boolean {
  return integrity.test(text);
}
