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
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const letter of from) {
    const next = [row[0]! + 1];
    for (let column = 0; column < to.length; column++) {
      const replaced = row[column]! + (letter === to[column] ? 0 : 1);
      next.push(Math.min(replaced, row[column + 1]! + 1, next[column]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}
