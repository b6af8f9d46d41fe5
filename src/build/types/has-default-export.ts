import { readTokens } from './declaration-tokens.js';

/**
 * Whether a declaration file has a default export.
 *
 * @example
 * ```ts
 * hasDefaultExport("export { Cart as default } from './cart.js';"); // → true
 * ```
 *
 * Runs anywhere: pure.
 */
export function hasDefaultExport(text: string): boolean {
  const words = [...readTokens(text)].filter((token) => !/^['"]/.test(token.text)).map((token) => token.text);
  return /(?:^| )export (?:default |(?:type )?\{(?: [^}]*)? default [,}])/.test(words.join(' '));
}
