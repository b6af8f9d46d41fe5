/**
 * Waits for a promise no longer than a signal allows; as long as it takes, if there is none.
 *
 * @param reason - What to reject with when the signal is aborted, or a promise of it; default: its reason.
 */
export function settleWithin<Value>(
  promise: Promise<Value>,
  signal: AbortSignal | undefined,
  reason: () => unknown = () => signal?.reason,
): Promise<Value> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const stop = (): unknown => Promise.resolve(reason()).then(reject, reject);
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
