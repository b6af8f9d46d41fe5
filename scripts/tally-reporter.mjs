import { inspect } from 'node:util';

/** A reporter for Node's test runner: what failed, in full, and at the end `N passed, N failed`. */
export default async function* tallyReporter(events) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    // A suite fails because a test in it does: that one is counted.
    const isTest = data?.details?.type !== 'suite';
    if (type === 'test:pass' && isTest) passed += 1;
    if (type === 'test:fail' && isTest) {
      failed += 1;
      yield `✗ ${data.name} (${data.file}:${data.line})\n${inspect(data.details.error.cause ?? data.details.error)}\n\n`;
    }
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
  }
  yield `${passed} passed, ${failed} failed\n`;
}
