import { existsSync, statSync } from 'node:fs';
import { must, root } from './run.mjs';

/**
 * Installs the packages that package-lock.json names, if that has not been done since it last changed.
 *
 * Needs nothing but Node and npm, so it can be the first thing that runs in a fresh clone.
 */
export async function setUpPackages() {
  const installed = `${root}node_modules/.package-lock.json`;
  const isCurrent =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs;
  if (isCurrent) return;
  process.stdout.write('Installing packages (about a minute)…\n');
  // Not `npm ci`: it refuses a lock file that leaves out the packages of other platforms, which some registries do not have.
  await must('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
}

const aptPackages = ['chromium', 'firefox-esr', 'webkit2gtk-driver', 'xvfb'];

/**
 * Installs the engines of the browser tests that are missing, where Debian's package manager may be used.
 *
 * Where it may not, says which are missing; the tests then run in those that are there.
 */
export async function setUpEngines() {
  const { missingEngines } = await import('../test/support/engines/find-engines.mjs');
  const missing = missingEngines();
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(', ');
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    const hints = missing.map(({ name, hint }) => `${name} is not installed: ${hint}.`);
    process.stdout.write(`${hints.join('\n')}\n`);
    return;
  }
  process.stdout.write(`Installing from Debian's packages, for ${names} (a few minutes)…\n`);
  await must('apt-get', ['update', '-qq'], { quiet: true });
  await must('env', ['DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', '-qq', ...aptPackages], {
    quiet: true,
  });
}
