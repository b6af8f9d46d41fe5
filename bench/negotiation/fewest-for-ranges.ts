import { urlsOf } from '../../src/core/negotiation/copy-files.js';
import type { RemoteEntry, SharedEntryPoint } from '../../src/core/remote-entry.js';
import { satisfies } from '../../src/core/version.js';
import { bytesOfCopy } from '../../test/node/negotiation/judge.js';

/** A copy of a package, and the remotes that could use it: a bit for each. */
interface Candidate {
  readonly bytes: number;
  readonly users: number;
}

/**
 * What no answer falls below: for each package the fewest bytes of copies with which every remote is given a version
 * that it accepts, whatever else those copies need and whoever would run two of a singleton.
 *
 * Tries all sets of copies; for up to 31 remotes.
 */
export function fewestForRanges(entries: readonly RemoteEntry[]): number {
  const names = new Set(entries.flatMap(({ shared }) => shared.map(({ packageName }) => packageName)));
  return [...names].reduce((sum, packageName) => sum + fewestForPackage(entries, packageName), 0);
}

function fewestForPackage(entries: readonly RemoteEntry[], packageName: string): number {
  const shipped = entries
    .map((entry) => ({ entry, points: entry.shared.filter((point) => point.packageName === packageName) }))
    .filter(({ points }) => points.length > 0);
  const candidates = shipped.map(({ entry, points }): Candidate => {
    const isUser = (other: readonly SharedEntryPoint[]): boolean => other === points || accepts(other, points);
    const users = shipped.reduce((bits, other, index) => (isUser(other.points) ? bits | (1 << index) : bits), 0);
    return {
      bytes: bytesOfCopy(entry, urlsOf(entry, points)),
      users,
    };
  });
  return cover(candidates, 2 ** shipped.length - 1, Number.POSITIVE_INFINITY);
}

function accepts(wanted: readonly SharedEntryPoint[], given: readonly SharedEntryPoint[]): boolean {
  const specifiers = new Set(given.map(({ specifier }) => specifier));
  const [wish, copy] = [wanted[0], given[0]];
  const isIn = satisfies(copy?.version ?? '', wish?.requiredVersion ?? '*');
  return isIn && wanted.every(({ specifier }) => specifiers.has(specifier));
}

/** The fewest bytes that serve some remotes, or `limit` if they are not fewer. */
function cover(candidates: readonly Candidate[], open: number, limit: number): number {
  if (open === 0) return Math.min(0, limit);
  const optionsOf = (index: number): Candidate[] => candidates.filter(({ users }) => users & open & (1 << index));
  const waiting = candidates.map((_, index) => index).filter((index) => open & (1 << index));
  const [options] = waiting.map(optionsOf).sort((one, other) => one.length - other.length);
  const worth = ({ bytes, users }: Candidate): number => bytes / countBits(users & open);
  let best = limit;
  for (const { bytes, users } of (options ?? []).sort((one, other) => worth(one) - worth(other))) {
    if (bytes < best) best = Math.min(best, bytes + cover(candidates, open & ~users, best - bytes));
  }
  return best;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
