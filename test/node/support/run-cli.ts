import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** How a process ended, and what it said. */
export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const loader = import.meta.resolve('tsx');
const program = here('../../../src/cli/federation.ts');

/** The words of a command line that runs `federation` from its sources. */
export function cliWords(parameters: readonly string[]): string[] {
  return [process.execPath, '--no-warnings', '--import', loader, program, ...parameters];
}

/** Runs `federation` with these parameters in a folder, without a terminal. */
export function runCli(parameters: readonly string[], cwd: string, shell = ''): Promise<CliResult> {
  const words = cliWords(parameters);
  const [command = '', ...rest] = shell === '' ? words : ['/bin/sh', '-c', `${shell}; exec "$@"`, 'sh', ...words];
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (part) => {
      stdout += part;
    });
    child.stderr.on('data', (part) => {
      stderr += part;
    });
    child.once('error', reject).once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
