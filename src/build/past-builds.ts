import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RemoteEntryDocument } from './remote-entry-document.js';

/** The file that makes an output whole: until it is in place, pages see the one before. */
export const entryFileName = 'remoteEntry.json';

/** Names the files of the builds before the last one; for the next build only, it need not be deployed. */
export const recordFileName = '.federation-builds.json';

/** What builds have written into a folder. */
export interface PastBuilds {
  /** Files of the last one, by its entry. */
  readonly last: readonly string[];
  /** Those of builds before it, the newest first. */
  readonly earlier: readonly (readonly string[])[];
}

/** What is to become of them. */
export interface Retention {
  /** Builds whose files stay, the newest first. */
  readonly kept: readonly (readonly string[])[];
  /** Files that nobody needs any more. */
  readonly gone: readonly string[];
}

const hashedName = /-[0-9A-Z]{8}\.\w+(?:\.map)?$/;

/** Whether a name has a hash, which no person gives a file, and stays below its folder. */
export function isOfBuild(path: string): boolean {
  return hashedName.test(path) && !path.split('/').includes('..') && !path.startsWith('/');
}

/** Reads what the builds before have written; damaged documents tell nothing. */
export async function readPastBuilds(folder: string): Promise<PastBuilds> {
  const [entry, earlier] = await Promise.all([readJson(folder, entryFileName), readJson(folder, recordFileName)]);
  return { last: await readWritten(folder, entry), earlier: readEarlier(earlier) };
}

/**
 * Decides which files stay.
 *
 * @param present - Files of the new build.
 * @param keep - How many builds before it stay. One that wrote the same files counts with the new one.
 *
 * Runs anywhere: pure.
 */
export function retainBuilds({ last, earlier }: PastBuilds, present: readonly string[], keep: number): Retention {
  const signatures = new Set([signatureOf(present)]);
  const different = [last, ...earlier].filter((build) => {
    const signature = signatureOf(build);
    return signature !== '' && !signatures.has(signature) && signatures.add(signature);
  });
  const kept = different.slice(0, keep).map((build) => build.filter(isOfBuild));
  const needed = new Set([...present, ...kept.flat()]);
  return { kept, gone: [...new Set([last, ...earlier].flat())].filter((path) => !needed.has(path)) };
}

function signatureOf(files: readonly string[]): string {
  return files
    .filter((path) => isOfBuild(path) && !path.endsWith('.map'))
    .sort()
    .join('\n');
}

function readEarlier(value: unknown): string[][] {
  const lists = Array.isArray(value) ? value.filter(Array.isArray) : [];
  return lists.map((list) => list.filter((path) => typeof path === 'string' && isOfBuild(path)));
}

/** Names with a hash, and declarations that the exposed modules name. */
async function readWritten(folder: string, entry: unknown): Promise<string[]> {
  const { files = {}, exposes = [] } = (entry ?? {}) as Partial<RemoteEntryDocument>;
  try {
    const inside = Object.keys(files).filter(isOfBuild);
    return [...inside, ...inside.map((path) => `${path}.map`), ...(await readTypes(folder, exposes))];
  } catch {
    return [];
  }
}

async function readTypes(folder: string, exposes: RemoteEntryDocument['exposes']): Promise<string[]> {
  const roots = exposes.flatMap(({ types }) => types ?? []);
  if (roots.length === 0) return [];
  const { typesFolder } = await import('./types/declare-types.js');
  const { readPublishedTypes } = await import('./types/published-types.js');
  const inside = new RegExp(`^${typesFolder}/(?!.*\\.\\.)`);
  const texts = await readPublishedTypes(roots, async (path) =>
    inside.test(path) ? readFile(join(folder, path), 'utf8').catch(() => undefined) : undefined,
  );
  return [...texts.keys()];
}

async function readJson(folder: string, name: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(folder, name), 'utf8'));
  } catch {
    return undefined;
  }
}
