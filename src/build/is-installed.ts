import { sep } from 'node:path';

/**
 * Whether a file or folder is in a `node_modules`, so that only an installation changes it.
 *
 * @param path - Absolute, or from the project.
 *
 * Runs in Node.
 */
export function isInstalled(path: string): boolean {
  return `${path}${sep}`.includes(`${sep}node_modules${sep}`);
}
