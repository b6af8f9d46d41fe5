const signals = ['SIGINT', 'SIGTERM'] as const;

/** Is aborted when the process is told to stop, by Ctrl+C or by another process; a second time it ends at once. */
export function untilStopped(): AbortSignal {
  const ending = new AbortController();
  for (const signal of signals) process.once(signal, () => ending.abort());
  return ending.signal;
}
