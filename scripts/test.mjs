// `npm test`: sets up what is missing, builds, and runs every test. The last line counts them.
import { setUpEngines, setUpPackages } from './set-up.mjs';

await setUpPackages();
await setUpEngines();

const { must, run } = await import('./run.mjs');
const { runNodeTests } = await import('./node-tests.mjs');
const { tallyOf } = await import('./tally.mjs');

process.stdout.write('\nBuilding the package and the demo…\n');
await must(process.execPath, ['scripts/build.mjs'], { quiet: true });
await must(process.execPath, ['demo/build-remotes.mjs'], { quiet: true });

process.stdout.write('\nTests in Node\n');
const inNode = tallyOf(await runNodeTests());
process.stdout.write('\nTests in browsers\n');
const inBrowsers = tallyOf(await run(process.execPath, ['node_modules/.bin/wtr']));

const failed = inNode.failed + inBrowsers.failed;
process.stdout.write(`\n${inNode.passed + inBrowsers.passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
