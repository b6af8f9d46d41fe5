import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A project with more folders is watched in part. */
const mostFolders = 2000;

/**
 * A folder and those in it that may hold sources: not `node_modules`, and none that begins with a dot.
 *
 * @param isIgnored - Whether a folder is left out, with all that is in it.
 */
export function foldersBelow(root: string, isIgnored: (folder: string) => boolean): string[] {
  const found = [root];
  for (const folder of found) {
    if (found.length > mostFolders) break;
    for (const entry of readFolder(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name) && !isIgnored(path)) found.push(path);
    }
  }
  return found;
}

function readFolder(folder: string): { name: string; isDirectory(): boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
