import { readFiles } from '../negotiation/copy-files.js';
import type { Objective } from '../negotiation/prefer.js';
import type { RemoteEntry, SharedEntryPoint } from '../remote-entry.js';
import { type PlainPackage, pointsOf, type Statement } from './plain-packages.js';
import { comparePlain, isInPlainRange, type PlainVersion, readPlainVersion } from './plain-range.js';

/** The smallest of the copies of which the same is said, the first where several are. */
interface Candidate {
  readonly statement: Statement;
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
 * @param host - If it ships a copy, there is no other choice.
 * @returns Who ships it; `undefined` if it is not plain that everybody accepts it, and that no other answer is better.
 */
export function chooseCopy(
  shared: PlainPackage,
  host: RemoteEntry | undefined,
  objective: Objective,
): RemoteEntry | undefined {
  const candidates = toCandidates(shared);
  if (!candidates) return undefined;
  const specifiers = new Set(candidates.flatMap(({ statement }) => statement.points.map(specifierOf)));
  const isAcceptedByAll = ({ statement, version }: Candidate): boolean =>
    statement.points.length === specifiers.size && candidates.every(({ range }) => isInPlainRange(version, range));
  const [best, ...rest] = [...candidates].sort(prefer(objective)) as [Candidate, ...Candidate[]];
  const [first] = candidates;
  const isNewest = objective === 'newest';
  if (first && shared.remotes[0] === host) {
    const isBest = !isNewest || comparePlain(first.version, best.version) === 0;
    return isBest && isAcceptedByAll(first) ? host : undefined;
  }
  // One that is not the best will do, too, if no two are smaller, and nobody could waive what speaks against the best.
  const isPlain = !isNewest && !candidates.some(({ isLoose }) => isLoose);
  const most = best.bytes + (rest[0]?.bytes ?? 0);
  const worthy = isPlain ? [best, ...rest.filter(({ bytes }) => bytes < most)] : [best];
  const chosen = worthy.find(isAcceptedByAll);
  return chosen && shared.remotes[chosen.place];
}

/** `undefined` if somebody says what only semver understands, or not the same of all entry points. */
function toCandidates(shared: PlainPackage): readonly Candidate[] | undefined {
  const candidates: Candidate[] = [];
  const sizes = sizesOf(shared);
  for (const statement of new Set(shared.statements)) {
    const [{ version: text, requiredVersion: range = '*', singleton, strictVersion }] = statement.points as [
      SharedEntryPoint,
    ];
    const version = readPlainVersion(text);
    if (!version || isInPlainRange(version, range) === undefined || !isOne(statement)) return undefined;
    const place = smallest(shared.statements, statement, sizes);
    const bytes = sizes?.[place] ?? 1;
    candidates.push({ statement, version, range, isLoose: singleton && !strictVersion, place, bytes });
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

/** The bytes of each copy; `undefined` where that of one is unknown: then all count the same. */
function sizesOf({ remotes, beginning }: PlainPackage): readonly number[] | undefined {
  const packageName = beginning.longer[0]?.points[0]?.packageName as string;
  const sizes: number[] = [];
  for (const entry of remotes) {
    const files = entry.files.size > 0 ? readFiles(entry, pointsOf(entry, packageName)) : undefined;
    if (!files) return undefined;
    sizes.push(files.bytes);
  }
  return sizes;
}

/** The place of the smallest copy of which this is said. */
function smallest(
  statements: readonly Statement[],
  statement: Statement,
  sizes: readonly number[] | undefined,
): number {
  let least = statements.indexOf(statement);
  if (!sizes) return least;
  for (let place = least + 1; place < sizes.length; place++) {
    if (statements[place] === statement && (sizes[place] as number) < (sizes[least] as number)) least = place;
  }
  return least;
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
