import { createHash } from 'node:crypto';
import type { EmittedFile } from './name-files.js';

/** The integrity metadata of all scripts and stylesheets, by path. */
export function hashFiles(files: readonly EmittedFile[]): Record<string, string> {
  const checked = files.filter(({ path }) => /\.(?:js|css)$/.test(path));
  return Object.fromEntries(checked.map(({ path, contents }) => [path, integrityOf(contents)]));
}

/** As browsers compare it. */
function integrityOf(contents: Uint8Array): string {
  return `sha384-${createHash('sha384').update(contents).digest('base64')}`;
}
