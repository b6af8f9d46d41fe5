import { relative } from 'node:path';
import type { WatchedBuild } from '../build/watch.js';
import type { Terminal } from './terminal.js';

/** A build that was made again, in one line: of whom, how long it took, and what had changed. */
export function describeRebuild(
  { result, duration, changes }: Pick<WatchedBuild, 'result' | 'duration' | 'changes'>,
  { paint }: Pick<Terminal, 'paint'>,
): string {
  const [first, ...more] = changes.map((file) => relative(process.cwd(), file));
  const cause = first === undefined ? '' : ` after ${first}${more.length > 0 ? ` and ${more.length} more` : ''}`;
  const notes = (result?.warnings ?? []).map(
    ({ file, line, text }) => `${paint('yellow', 'warning')} ${file}${line ? `:${line}` : ''}: ${text}\n`,
  );
  const what = first === undefined ? 'built' : 'built again';
  const line = `${paint('green', '✓')} ${paint('bold', result?.name ?? '')} ${what} in ${Math.round(duration)} ms${paint('dim', cause)}`;
  return `${notes.join('')}${line}\n`;
}
