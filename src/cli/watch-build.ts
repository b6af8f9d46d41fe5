import type { BuildOptions } from '../build/build.js';
import type { WrittenTypes } from '../build/types-writer.js';
import { watch } from '../build/watch.js';
import { describeError, errorAsData } from './describe-error.js';
import { describeRebuild, describeTypes } from './describe-rebuild.js';
import type { Terminal } from './terminal.js';
import { untilStopped } from './until-stopped.js';

/**
 * `federation build --watch`: builds until it is stopped, and says how each build ended.
 *
 * Types are told of apart, when they are written.
 *
 * @param isForMachines - Whether that is JSON, one object a line.
 * @returns The exit code: 1 if there was nothing to build, 0 if it was stopped.
 */
export async function watchBuild(options: BuildOptions, isForMachines: boolean, terminal: Terminal): Promise<number> {
  terminal.progress('Building…');
  const builds = watch({ ...options, signal: untilStopped() });
  for await (const { result, error, duration, changes, writtenTypes } of builds) {
    if (isForMachines)
      terminal.print(
        `${JSON.stringify({ name: result?.name, error: error && errorAsData(error), duration, changes })}\n`,
      );
    else if (error) terminal.report(describeError(error));
    else terminal.print(describeRebuild({ result, duration, changes }, terminal));
    void writtenTypes?.then((types) => types && tellTypes(result?.name ?? '', types, isForMachines, terminal));
    // There is nothing to wait for.
    if (changes.length === 0 && (error as { code?: string } | undefined)?.code === 'config-missing') return 1;
  }
  return 0;
}

function tellTypes(name: string, types: WrittenTypes, isForMachines: boolean, terminal: Terminal): void {
  if (isForMachines) {
    const outcome =
      'error' in types
        ? { error: errorAsData(types.error) }
        : { files: types.files.map(({ path }) => path), warnings: types.warnings };
    terminal.print(`${JSON.stringify({ name, types: outcome })}\n`);
  } else if ('error' in types) terminal.report(describeError(types.error));
  else terminal.print(describeTypes(name, types, terminal));
}
