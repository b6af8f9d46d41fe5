import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';

/** What tells whether a file is still as it was. */
export interface FileStamp {
  readonly size: number;
  /** When its bytes, and when anything of it, changed last; in milliseconds. */
  readonly changed: readonly [bytes: number, anything: number];
  /** SHA-256 of its bytes. */
  readonly hash: string;
}

/** Stamps a file as it is now. */
export async function stampFile(file: string): Promise<FileStamp> {
  const [{ size, mtimeMs, ctimeMs }, bytes] = await Promise.all([stat(file), readFile(file)]);
  return { size, changed: [mtimeMs, ctimeMs], hash: hashBytes(bytes) };
}

/**
 * Whether a file is as it was when it was stamped.
 *
 * Its times suffice as long as they are the same; a file that was installed again is read, and is the same if its bytes are.
 */
export async function isAsStamped(file: string, stamp: FileStamp): Promise<boolean> {
  const now = await stat(file).catch(() => undefined);
  if (now?.size !== stamp.size) return false;
  if (now.mtimeMs === stamp.changed[0] && now.ctimeMs === stamp.changed[1]) return true;
  return hashBytes(await readFile(file)) === stamp.hash;
}

function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}
