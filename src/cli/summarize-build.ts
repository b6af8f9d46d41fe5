import { relative } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { BuildResult } from '../build/build.js';
import type { Terminal } from './terminal.js';

const compress = promisify(gzip);

/**
 * What a person wants to know of a build: its modules, what it shares, what that weighs.
 *
 * @param duration - In milliseconds.
 */
export async function summarizeBuild(
  { name, outDir, entry, files, warnings }: BuildResult,
  duration: number,
  { paint }: Pick<Terminal, 'paint'>,
): Promise<string> {
  const roles = describeRoles(entry);
  const rows = await Promise.all(
    files.map(async ({ path, contents }) => [
      path,
      roles.get(path) ?? '',
      formatBytes(contents.byteLength),
      formatBytes((await compress(contents)).byteLength),
    ]),
  );
  const raw = files.reduce((sum, { contents }) => sum + contents.byteLength, 0);
  const lines = align([['', '', 'bytes', 'gzip'], ...rows]).map((line, index) =>
    index === 0 ? paint('dim', line) : line,
  );
  const notes = warnings.map(
    ({ file, line, text }) => `${paint('yellow', 'warning')} ${file}${line ? `:${line}` : ''}: ${text}`,
  );
  const folder = relative(process.cwd(), outDir) || '.';
  const last = `${paint('green', '✓')} ${paint('bold', name)}: ${files.length} files, ${formatBytes(raw)} in ${folder}, ${Math.round(duration)} ms`;
  return `${[...lines, '', ...notes, last].join('\n')}\n`;
}

function describeRoles({ exposes, shared }: BuildResult['entry']): Map<string, string> {
  const roles = new Map<string, string>();
  const add = (path: string | undefined, role: string): void => {
    if (path !== undefined) roles.set(path, [roles.get(path), role].filter(Boolean).join(', '));
  };
  for (const { key, outFileName, styles = [], types } of exposes) {
    add(outFileName, key);
    for (const style of styles) add(style, `${key} (styles)`);
    add(types, `${key} (types)`);
  }
  for (const { packageName, version, outFileName, entries } of shared) {
    for (const [specifier, path] of Object.entries(entries ?? { [packageName]: outFileName })) {
      add(path, `${specifier} ${version}`);
    }
  }
  return roles;
}

/** As in `12.3 kB`; a kilobyte is 1000 bytes. */
function formatBytes(bytes: number): string {
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`;
}

/** Texts to the left, numbers to the right. */
function align(rows: readonly (readonly string[])[]): string[] {
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart((widths[column] ?? 0) + 1)))
      .join('  ')
      .trimEnd(),
  );
}
