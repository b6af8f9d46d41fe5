import { relative } from 'node:path';
import type { SourceProblem } from '../build/build-error.js';
import type { MadeTypes } from '../build/types-writer.js';
import type { WatchedBuild } from '../build/watch.js';
import type { Terminal } from './terminal.js';

/** A build that was made again, in one line: of whom, how long it took, and what had changed. */
export function describeRebuild(
  { result, duration, changes }: Pick<WatchedBuild, 'result' | 'duration' | 'changes'>,
  { paint }: Pick<Terminal, 'paint'>,
): string {
  const [first, ...more] = changes.map((file) => relative(process.cwd(), file));
  const cause = first === undefined ? '' : ` after ${first}${more.length > 0 ? ` and ${more.length} more` : ''}`;
  const what = first === undefined ? 'built' : 'built again';
  const line = `${paint('green', '✓')} ${paint('bold', result?.name ?? '')} ${what} in ${Math.round(duration)} ms${paint('dim', cause)}`;
  return `${describeWarnings(result?.warnings ?? [], paint)}${line}\n`;
}

/** The same of the types that were written after it. */
export function describeTypes(
  name: string,
  { files, warnings }: MadeTypes,
  { paint }: Pick<Terminal, 'paint'>,
): string {
  const what = `${files.length} ${files.length === 1 ? 'file' : 'files'} of types`;
  return `${describeWarnings(warnings, paint)}${paint('green', '✓')} ${paint('bold', name)} has ${what}\n`;
}

function describeWarnings(warnings: readonly SourceProblem[], paint: Terminal['paint']): string {
  return warnings
    .map(
      ({ file, line, text }) =>
        `${paint('yellow', 'warning')} ${file && `${file}${line ? `:${line}` : ''}: `}${text}\n`,
    )
    .join('');
}
