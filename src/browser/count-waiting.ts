/**
 * Counts those who wait for something, to give it up when nobody does any more.
 *
 * @param giveUp - Called when the signals of all who were counted are aborted; never, if one of them has none.
 * @returns Counts somebody whose signal, if there is one, is not aborted yet.
 */
export function countWaiting(giveUp: (reason: unknown) => void): (signal?: AbortSignal) => void {
  let waiting = 0;
  return (signal) => {
    waiting++;
    const leave = (): void => {
      if (--waiting === 0) giveUp(signal?.reason);
    };
    signal?.addEventListener('abort', leave, { once: true });
  };
}
