import type { SharedEntryPoint } from '../remote-entry.js';
import { type PlainPackage, type Statement, saysSame } from './plain-packages.js';
import { comparePlain, isInPlainRange, type PlainVersion, readPlainVersion } from './plain-range.js';

/** What is said of a copy, read. */
interface Candidate extends Statement {
  readonly version: PlainVersion;
  readonly range: string;
  /** Whether the range is only a wish. */
  readonly isLoose: boolean;
}

/**
 * Chooses the copy of a package that everybody uses: the smallest, then the newest, then the first that all accept.
 *
 * @param isHosted - Whether who comes first is the host: if it ships a copy, there is no other choice.
 * @returns The place of who ships it; `undefined` if it is not plain that everybody accepts it, and that no other answer is
 *   better.
 */
export function chooseCopy({ statements }: PlainPackage, isHosted: boolean): number | undefined {
  const candidates = statements.flatMap(readCandidate);
  if (candidates.length < statements.length) return undefined;
  const specifiers = new Set(candidates.flatMap(({ points }) => points.map(specifierOf)));
  const isAcceptedByAll = ({ points, version }: Candidate): boolean =>
    points.length === specifiers.size && candidates.every(({ range }) => isInPlainRange(version, range));
  const [first] = candidates as [Candidate];
  if (isHosted && first.first === 0) return isAcceptedByAll(first) ? 0 : undefined;
  const [best, second] = candidates.sort(
    (one, other) =>
      one.bytes - other.bytes || comparePlain(other.version, one.version) || one.smallest - other.smallest,
  ) as [Candidate, Candidate?];
  // One that is not the best will do, too, if no two are smaller, and nobody could waive what speaks against the best.
  const most = second && !candidates.some(({ isLoose }) => isLoose) ? best.bytes + second.bytes : 0;
  return candidates.find((one) => (one === best || one.bytes < most) && isAcceptedByAll(one))?.smallest;
}

/** Nothing, if only semver understands what is said, or not the same is said of all entry points. */
function readCandidate(statement: Statement): Candidate[] {
  const { points } = statement;
  const [main] = points as [SharedEntryPoint];
  const { requiredVersion: range = '*', singleton, strictVersion } = main;
  const version = readPlainVersion(main.version);
  const isOne =
    points.every((point) => saysSame(point, main)) && new Set(points.map(specifierOf)).size === points.length;
  return isOne && version && isInPlainRange(version, range) !== undefined
    ? [{ ...statement, version, range, isLoose: singleton && !strictVersion }]
    : [];
}

function specifierOf({ specifier }: SharedEntryPoint): string {
  return specifier;
}
