import { fileURLToPath } from 'node:url';
import { build } from 'federation-elements/build';
import { folderOf, remotes } from './serve/remotes.mjs';

/**
 * Builds every remote of the demo, side by side, and says so as each is ready.
 *
 * @throws {AggregateError} If any could not be built; the others are.
 */
export async function buildRemotes() {
  const start = performance.now();
  const outcomes = await Promise.allSettled(remotes.map(buildRemote));
  const errors = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  if (errors.length > 0) {
    const names = remotes.filter((_name, index) => outcomes[index].status === 'rejected');
    throw new AggregateError(errors, `Of the demo's remotes ${names.join(', ')} could not be built.`);
  }
  process.stdout.write(`${remotes.length} remotes built in ${Math.round(performance.now() - start)} ms\n`);
}

async function buildRemote(name) {
  const { entry, files, warnings } = await build({ root: fileURLToPath(folderOf(name)) });
  const bytes = files.reduce((sum, { contents }) => sum + contents.length, 0);
  const shared = entry.shared.map(({ packageName, version }) => `${packageName} ${version}`).join(', ') || 'nothing';
  process.stdout.write(`  ${name}: ${files.length} files, ${Math.round(bytes / 1000)} kB, shares ${shared}\n`);
  for (const { text } of warnings) process.stdout.write(`  ${name}: ${text}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await buildRemotes();
  } catch (error) {
    for (const { message } of error.errors ?? [error]) process.stderr.write(`${message}\n`);
    process.exitCode = 1;
  }
}
