import type { BuildOptions } from '../build/build.js';
import { watch } from '../build/watch.js';
import { describeError, errorAsData } from './describe-error.js';
import { describeRebuild } from './describe-rebuild.js';
import type { Terminal } from './terminal.js';
import { untilStopped } from './until-stopped.js';

/**
 * `federation build --watch`: builds until it is stopped, and says how each build ended.
 *
 * @param isForMachines - Whether that is JSON, one object a line.
 * @returns The exit code: 1 if there was nothing to build, 0 if it was stopped.
 */
export async function watchBuild(options: BuildOptions, isForMachines: boolean, terminal: Terminal): Promise<number> {
  terminal.progress('Building…');
  for await (const { result, error, duration, changes } of watch({ ...options, signal: untilStopped() })) {
    if (isForMachines)
      terminal.print(
        `${JSON.stringify({ name: result?.name, error: error && errorAsData(error), duration, changes })}\n`,
      );
    else if (error) terminal.report(describeError(error));
    else terminal.print(describeRebuild({ result, duration, changes }, terminal));
    // There is nothing to wait for.
    if (changes.length === 0 && (error as { code?: string } | undefined)?.code === 'config-missing') return 1;
  }
  return 0;
}
