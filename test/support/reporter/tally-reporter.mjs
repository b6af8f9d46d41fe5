/** Ends the run with `N passed, N failed`, counted over all engines. */
export function tallyReporter() {
  return {
    stop({ sessions }) {
      const outcomes = sessions.flatMap(outcomesOf);
      const passed = outcomes.filter(Boolean).length;
      // The runner draws its progress once more after this, and then ends the process.
      process.once('exit', () => process.stdout.write(`${passed} passed, ${outcomes.length - passed} failed\n`));
    },
  };
}

/** One for each test, and one more for a file that failed outside of its tests, as when it does not compile. */
function outcomesOf({ testResults, passed }) {
  const outcomes = testResults ? testsOf(testResults).map((test) => test.passed) : [];
  return !passed && outcomes.every(Boolean) ? [...outcomes, false] : outcomes;
}

function testsOf({ tests, suites }) {
  return [...tests.filter((test) => !test.skipped), ...suites.flatMap(testsOf)];
}
