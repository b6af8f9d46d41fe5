/**
 * What plain code makes of what a page is given.
 *
 * @returns `undefined` if anything is unusual, or wrong, whatever it is: thorough code meets it, too, and explains it.
 *
 * Runs anywhere: pure.
 */
export function plainly<Value>(make: () => Value): Value | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

/** Ends what is done plainly. */
export function unusual(): never {
  throw new TypeError();
}
