import { chunkPrefix, isBareSpecifier } from '../forms.js';
import { packageNameOf } from '../package-name.js';
import type { SharedEntryPoint } from '../remote-entry.js';
import { type Fields, file, flag, text } from './plain-json.js';
import { unusual } from './plainly.js';

/** By specifier, what entries have said of it: the many thousands that a large page reads are few different ones. */
const known = new Map<unknown, readonly SharedEntryPoint[]>();
/** More than the remotes of a page usually say of one. */
const mostAlike = 50;

/**
 * Reads what an entry says of the entry points of shared packages.
 *
 * Loops without closures, and what is rare elsewhere: engines compile what runs so often, beside the page, on the few
 * cores that it has; one small function takes them the least time.
 *
 * @returns What was said before is the same object: nothing is created for most of what a large page reads.
 *
 * Runs anywhere: pure, but for what it remembers.
 */
export function readPoints(items: readonly unknown[], base: string): readonly SharedEntryPoint[] {
  const points: SharedEntryPoint[] = [];
  for (let place = 0; place < items.length; place++) {
    const item = items[place] as Fields;
    if ((item.entries ?? item.shareScope ?? item.pool) !== undefined) unusual();
    const others = known.get(item.packageName) ?? [];
    let point: SharedEntryPoint | undefined;
    for (let index = 0; index < others.length && !point; index++) {
      const other = others[index] as SharedEntryPoint;
      if (
        other.version === item.version &&
        other.requiredVersion === item.requiredVersion &&
        other.singleton === item.singleton &&
        other.strictVersion === item.strictVersion &&
        other.file === item.outFileName
      )
        point = other;
    }
    points.push(point ?? readNew(item, base, others));
  }
  return points;
}

function readNew(item: Fields, base: string, others: readonly SharedEntryPoint[]): SharedEntryPoint {
  const specifier = text(item.packageName);
  if (!isBareSpecifier(specifier) || specifier.startsWith(chunkPrefix)) unusual();
  const point = {
    specifier,
    packageName: packageNameOf(specifier),
    file: file(item.outFileName, base).slice(base.length),
    version: text(item.version),
    requiredVersion: text(item.requiredVersion),
    singleton: flag(item.singleton),
    strictVersion: flag(item.strictVersion),
    shareScope: undefined,
    pool: undefined,
  };
  if (others.length < mostAlike) known.set(specifier, [...others, point]);
  return point;
}
