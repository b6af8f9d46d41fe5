import { createHash } from 'node:crypto';
import type { EmittedFile } from './name-files.js';

/** The integrity metadata of all files, by path; of source maps, which no page loads, there is none. */
export function hashFiles(files: readonly EmittedFile[]): Record<string, string> {
  const checked = files.filter(({ path }) => !path.endsWith('.map'));
  return Object.fromEntries(checked.map(({ path, contents }) => [path, integrityOf(contents)]));
}

/** As browsers compare it. */
function integrityOf(contents: Uint8Array): string {
  const hash = hashes.get(contents) ?? `sha384-${createHash('sha384').update(contents).digest('base64')}`;
  hashes.set(contents, hash);
  return hash;
}

/** Bytes that stay from build to build keep their hash. */
const hashes = new WeakMap<Uint8Array, string>();
