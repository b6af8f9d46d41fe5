import type { Objective } from '../negotiation/prefer.js';
import type { SharedEntryPoint } from '../remote-entry.js';
import type { PlainPackage, Statement } from './plain-packages.js';
import { comparePlain, isInPlainRange, type PlainVersion, readPlainVersion } from './plain-range.js';

/** The smallest of the copies of which the same is said, the first where several are. */
interface Candidate {
  readonly points: readonly SharedEntryPoint[];
  readonly version: PlainVersion;
  readonly range: string;
  /** Whether the range is only a wish. */
  readonly isLoose: boolean;
  readonly place: number;
  readonly bytes: number;
}

/**
 * Chooses the copy of a package that everybody uses.
 *
 * @param isHosted - Whether who comes first is the host: if it ships a copy, there is no other choice.
 * @returns The place of who ships it; `undefined` if it is not plain that everybody accepts it, and that no other answer is
 *   better.
 */
export function chooseCopy(shared: PlainPackage, isHosted: boolean, objective: Objective): number | undefined {
  const candidates = toCandidates(shared);
  if (!candidates) return undefined;
  const specifiers = new Set(candidates.flatMap(({ points }) => points.map(specifierOf)));
  const isAcceptedByAll = ({ points, version }: Candidate): boolean =>
    points.length === specifiers.size && candidates.every(({ range }) => isInPlainRange(version, range));
  const [best, ...rest] = [...candidates].sort(prefer(objective)) as [Candidate, ...Candidate[]];
  const [first] = candidates as [Candidate];
  const isNewest = objective === 'newest';
  if (isHosted && shared.statements[0]?.first === 0) {
    const isBest = !isNewest || comparePlain(first.version, best.version) === 0;
    return isBest && isAcceptedByAll(first) ? 0 : undefined;
  }
  // One that is not the best will do, too, if no two are smaller, and nobody could waive what speaks against the best.
  const isPlain = !isNewest && !candidates.some(({ isLoose }) => isLoose);
  const most = best.bytes + (rest[0]?.bytes ?? 0);
  const worthy = isPlain ? [best, ...rest.filter(({ bytes }) => bytes < most)] : [best];
  return worthy.find(isAcceptedByAll)?.place;
}

/** `undefined` if somebody says what only semver understands, or not the same of all entry points. */
function toCandidates({ statements, isSized }: PlainPackage): readonly Candidate[] | undefined {
  const candidates: Candidate[] = [];
  for (const statement of statements) {
    const { points, first, smallest, bytes } = statement;
    const [{ version: text, requiredVersion: range = '*', singleton, strictVersion }] = points as [SharedEntryPoint];
    const version = readPlainVersion(text);
    if (!version || isInPlainRange(version, range) === undefined || !isOne(statement)) return undefined;
    // Where the size of one copy is unknown, all count the same.
    const copy = isSized ? { place: smallest, bytes } : { place: first, bytes: 1 };
    candidates.push({ points, version, range, isLoose: singleton && !strictVersion, ...copy });
  }
  return candidates;
}

/** Whether a remote says the same of all entry points of a package, and has each once. */
function isOne({ points }: Statement): boolean {
  const isAlike = ({ version, requiredVersion, singleton, strictVersion }: SharedEntryPoint): boolean =>
    version === points[0]?.version &&
    requiredVersion === points[0]?.requiredVersion &&
    singleton === points[0]?.singleton &&
    strictVersion === points[0]?.strictVersion;
  return points.every(isAlike) && new Set(points.map(specifierOf)).size === points.length;
}

function specifierOf({ specifier }: SharedEntryPoint): string {
  return specifier;
}

/** Orders candidates, the better first. */
function prefer(objective: Objective): (one: Candidate, other: Candidate) => number {
  return (one, other) => {
    const bytes = one.bytes - other.bytes;
    const age = comparePlain(other.version, one.version);
    return (objective === 'newest' ? age || bytes : bytes || age) || one.place - other.place;
  };
}
