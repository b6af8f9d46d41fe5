import { chunkPrefix, isBareSpecifier } from '../forms.js';
import { packageNameOf } from '../package-name.js';
import type { SharedEntryPoint } from '../remote-entry.js';
import { type Fields, file, flag, text, unusual } from './plain-json.js';
import { saysSame } from './says-same.js';

/** By specifier, what entries have said of it: the many thousands that a large page reads are few different ones. */
const known = new Map<unknown, readonly SharedEntryPoint[]>();
/** More than the remotes of a page usually say of one. */
const mostAlike = 50;

/**
 * Reads what an entry says of one entry point of a shared package.
 *
 * @returns What was said before is the same object: nothing is created for most of what a large page reads.
 *
 * Runs anywhere: pure, but for what it remembers.
 */
export function readPoint(item: Fields, base: string): SharedEntryPoint {
  const { packageName, outFileName, entries, version, requiredVersion, singleton, strictVersion, shareScope, pool } =
    item;
  if ((entries ?? shareScope ?? pool) !== undefined) unusual();
  const others = known.get(packageName) ?? [];
  const same = others.find((other) => other.file === outFileName && saysSame(other, item));
  if (same) return same;
  const specifier = text(packageName);
  if (!isBareSpecifier(specifier) || specifier.startsWith(chunkPrefix)) unusual();
  const point = {
    specifier,
    packageName: packageNameOf(specifier),
    file: file(outFileName, base).slice(base.length),
    version: text(version),
    requiredVersion: text(requiredVersion),
    singleton: flag(singleton),
    strictVersion: flag(strictVersion),
    shareScope: undefined,
    pool: undefined,
  };
  known.set(specifier, [point, ...others].slice(0, mostAlike));
  return point;
}
