import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const loader = import.meta.resolve('tsx');
const program = fileURLToPath(new URL('../../../src/cli/federation.ts', import.meta.url));

/** A command that runs until it is stopped. */
export class RunningCli {
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;
  #output = '';
  #wake: () => void = () => {};

  /** Starts `federation` with these parameters in a folder, without a terminal. */
  constructor(parameters: readonly string[], cwd: string) {
    this.#child = spawn(process.execPath, ['--no-warnings', '--import', loader, program, ...parameters], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (part) => {
        this.#output += part;
        this.#wake();
      });
    }
    this.#ended = new Promise((resolve) => this.#child.once('close', resolve));
    void this.#ended.then(() => this.#wake());
  }

  /** What it has printed, as soon as that matches; what it printed before the last call is not looked at again. */
  async until(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.#output);
      if (match) {
        this.#output = this.#output.slice(match.index + match[0].length);
        return match;
      }
      if (this.#child.exitCode !== null) throw new Error(`It ended without ${pattern}: ${this.#output}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Stops it as Ctrl+C does; gives the exit code. */
  async stop(): Promise<number | null> {
    this.#child.kill('SIGINT');
    return await this.#ended;
  }
}
