import { readdirSync } from 'node:fs';
import { root, run } from './run.mjs';

const folders = ['src/core', 'src/build', 'src/dev-server', 'src/cli', 'test/node'];

/** Runs the tests of the layers that need no browser. */
export function runNodeTests() {
  const files = folders.flatMap(testsBelow);
  const options = ['--import', 'tsx', '--test', '--test-reporter=./scripts/tally-reporter.mjs'];
  return run(process.execPath, [...options, ...files]);
}

function testsBelow(folder) {
  return readdirSync(`${root}${folder}`, { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
    .map((file) => `${folder}/${file}`);
}
