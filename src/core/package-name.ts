/**
 * The npm name of the package that a bare specifier belongs to.
 *
 * @example
 * ```ts
 * packageNameOf('lit/decorators.js'); // → 'lit'
 * packageNameOf('@lit/context/lib/a.js'); // → '@lit/context'
 * ```
 *
 * Runs anywhere: pure.
 */
export function packageNameOf(specifier: string): string {
  const end = specifier.indexOf('/', specifier.startsWith('@') ? specifier.indexOf('/') + 1 : 0);
  return end < 0 ? specifier : specifier.slice(0, end);
}
