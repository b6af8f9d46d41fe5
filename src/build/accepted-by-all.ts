/**
 * The range of what all of these ranges accept.
 *
 * @returns `undefined` if there are none.
 *
 * @example
 * ```ts
 * acceptedByAll(['^1.2.0 || ^2.0.0', '>=1.4.0']); // → '>=1.4.0 ^1.2.0 || >=1.4.0 ^2.0.0'
 * ```
 *
 * Runs anywhere: pure.
 */
export function acceptedByAll(ranges: readonly string[]): string | undefined {
  const different = [...new Set(ranges)].filter((range, _, all) => range !== '*' || all.length === 1).sort();
  if (different.length === 0) return undefined;
  return different
    .map((range) => range.split('||').map((part) => part.trim() || '*'))
    .reduce((left, right) => left.flatMap((a) => right.map((b) => `${a} ${b}`)))
    .join(' || ');
}
