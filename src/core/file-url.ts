import { parseUrl } from './parse-url.js';

/** File names that need no URL parser to be sure that they stay below their directory. */
const plainFileName = /^[\w@+~-][\w@.+~-]*(?:\/[\w@+~-][\w@.+~-]*)*$/;

/**
 * The URL of a file of a remote, by its name in the entry.
 *
 * @param base - Directory of the entry, with a trailing slash.
 * @returns `undefined`, if that is no file below the directory.
 *
 * Runs anywhere: pure.
 */
export function fileUrl(name: string, base: string): string | undefined {
  if (plainFileName.test(name)) return base + name;
  // The URL parser would strip or turn these, so that another file than the one written would be fetched.
  if (/[\0-\x20#\\]/.test(name)) return undefined;
  const href = parseUrl(name, base)?.href;
  return href?.startsWith(base) && href !== base ? href : undefined;
}
