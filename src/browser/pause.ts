/** Milliseconds before the first repetition; each further one waits twice as long. */
const first = 250;

/**
 * Waits before a repetition: longer each time, and never quite as long, so that many pages do not come back at once.
 *
 * @param attempt - How many repetitions there have been.
 */
export function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, first * 2 ** attempt * (0.5 + Math.random())));
}
