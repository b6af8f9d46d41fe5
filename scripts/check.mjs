// `npm run check`: everything that CI does. The last line counts the tests and the checks.
import { run } from './run.mjs';
import { tallyOf } from './tally.mjs';

const tests = tallyOf(await run('npm', ['test', '--silent']));

/** Each is a sentence that holds, and the command that shows it. */
const checks = {
  'the types fit, and no layer imports upwards': ['tsc', '-b'],
  'the code is formatted and lint finds nothing': ['biome', 'check', '--error-on-warnings', '.'],
  'no file, export or dependency is unused': ['knip'],
  'the package is published as its package.json says': ['publint', '--strict'],
  'every public door has types that resolve': ['attw', '--pack', '.', '--profile', 'esm-only'],
  'every bundle is within its size budget': ['size-limit'],
};

process.stdout.write('\nChecks\n');
let passed = 0;
let failed = 0;
for (const [sentence, [program, ...parameters]] of Object.entries(checks)) {
  const { code } = await run('npx', ['--no-install', program, ...parameters], { quiet: true });
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${sentence} (${[program, ...parameters].join(' ')})\n`);
  if (code === 0) passed += 1;
  else failed += 1;
}

failed += tests.failed;
process.stdout.write(`\n${tests.passed + passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
