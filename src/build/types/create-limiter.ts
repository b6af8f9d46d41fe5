/** Does a piece of work as soon as there is room for it, in the order of the calls. */
export type Limiter = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * Lets only so many pieces of work be done at once.
 *
 * @example
 * ```ts
 * const limited = createLimiter(8);
 * await Promise.all(urls.map((url) => limited(() => fetch(url)))); // never more than 8 at a time
 * ```
 *
 * Runs anywhere.
 */
export function createLimiter(most: number): Limiter {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    // Whoever is done hands its place over, so that nobody who comes just then takes it.
    if (running < most) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
