import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the repository, with a trailing slash. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a program in the repository's folder, with its output on this terminal.
 *
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {{ quiet?: boolean }} [options] - `quiet` keeps the output back unless the program fails.
 * @returns {Promise<{ code: number, output: string }>} What it printed on standard output, and how it ended.
 */
export async function run(program, parameters, { quiet = false } = {}) {
  const child = spawn(program, parameters, { cwd: root, stdio: ['ignore', 'pipe', quiet ? 'pipe' : 'inherit'] });
  const parts = [];
  child.stdout.on('data', (part) => {
    parts.push(part);
    if (!quiet) process.stdout.write(part);
  });
  child.stderr?.on('data', (part) => parts.push(part));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  const output = Buffer.concat(parts).toString();
  if (quiet && code !== 0) process.stdout.write(output);
  return { code: code ?? 1, output };
}

/** Runs a program that must succeed; ends this process with its exit code otherwise. */
export async function must(program, parameters, options) {
  const { code, output } = await run(program, parameters, options);
  if (code === 0) return output;
  process.stderr.write(`${[program, ...parameters].join(' ')} ended with exit code ${code}.\n`);
  return process.exit(code);
}
