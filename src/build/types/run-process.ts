import { execFile } from 'node:child_process';

/**
 * Runs a script in a Node of its own.
 *
 * @returns What it printed; if that is nothing, what went wrong. How it ended does not count: compilers fail for what is
 * only doubtful.
 */
export function runProcess(parameters: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolveOutput) => {
    execFile(process.execPath, parameters, { cwd, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const broken = error && stdout === '' ? stderr || error.message : '';
      resolveOutput(stdout + broken);
    });
  });
}
