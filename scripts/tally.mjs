/**
 * What a run of tests says in its last `N passed, N failed` line.
 *
 * A run that ended badly or counted nothing has failed at least once, whatever it printed.
 */
export function tallyOf({ code, output }) {
  const [, passed = 0, failed = 0] = output.match(/(\d+) passed, (\d+) failed(?![\s\S]*\d+ passed, \d+ failed)/) ?? [];
  const hasFaltered = code !== 0 || Number(passed) === 0;
  return { passed: Number(passed), failed: Math.max(Number(failed), hasFaltered ? 1 : 0) };
}
