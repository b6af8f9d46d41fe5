/**
 * The name that was probably meant: the one with the fewest letters to insert, drop or replace.
 *
 * Case does not count. More than half of the letters wrong are no slip of the pen.
 *
 * @returns `undefined` if none is near.
 *
 * @example
 * ```ts
 * nearestName('carts', ['catalog', 'cart']); // → 'cart'
 * ```
 *
 * Runs anywhere: pure.
 */
export function nearestName(wrong: string, names: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let least = Math.floor(wrong.length / 2) + 1;
  for (const name of names) {
    // Names differ in length by at least as many letters: no need to look at the rest.
    if (Math.abs(name.length - wrong.length) >= least) continue;
    const distance = editDistance(wrong.toLowerCase(), name.toLowerCase());
    if (distance < least) {
      least = distance;
      nearest = name;
    }
  }
  return nearest;
}

/** Levenshtein's distance, row by row. */
function editDistance(from: string, to: string): number {
  const letters = [...to];
  let row = [0, ...letters.map((_, index) => index + 1)];
  for (const letter of from) {
    let left = Number.POSITIVE_INFINITY;
    let diagonal = left;
    row = row.map((above, column) => {
      left = Math.min(above + 1, left + 1, diagonal + (letter === letters[column - 1] ? 0 : 1));
      diagonal = above;
      return left;
    });
  }
  return row.at(-1) ?? 0;
}
