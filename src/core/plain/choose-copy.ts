import type { PlainPackage, Statement } from './plain-packages.js';
import { comparePlain, isInPlainRange, type PlainVersion, readPlainVersion } from './plain-range.js';

/** What is said of a copy, read. */
interface Candidate extends Statement {
  readonly version: PlainVersion;
}

/**
 * Chooses the copy of a package that everybody uses: the smallest, then the newest, then the first that all accept.
 *
 * @param isHosted - Whether who comes first is the host: if it ships a copy, there is no other choice.
 * @returns The place of who ships it; `undefined` if it is not plain that everybody accepts it, and that no other answer is
 *   better.
 */
export function chooseCopy({ statements, count }: PlainPackage, isHosted: boolean): number | undefined {
  const candidates: Candidate[] = [];
  const ranges = new Set<string>();
  let isLoose = false;
  for (const statement of statements) {
    const { version: text, requiredVersion: range = '*', singleton, strictVersion } = statement.said;
    const version = readPlainVersion(text);
    // Only semver understands what is said.
    if (!version || isInPlainRange(version, range) === undefined) return undefined;
    candidates.push({ ...statement, version });
    ranges.add(range);
    // The range is only a wish.
    isLoose ||= singleton && !strictVersion;
  }
  const isAcceptedByAll = (one: Candidate): boolean =>
    one.count === count && [...ranges].every((range) => isInPlainRange(one.version, range));
  const [first] = candidates as [Candidate];
  if (isHosted && first.first === 0) return isAcceptedByAll(first) ? 0 : undefined;
  const [best, second] = candidates.sort(
    (one, other) =>
      one.bytes - other.bytes || comparePlain(other.version, one.version) || one.smallest - other.smallest,
  ) as [Candidate, Candidate?];
  // One that is not the best will do, too, if no two are smaller, and nobody could waive what speaks against the best.
  const most = second && !isLoose ? best.bytes + second.bytes : 0;
  return candidates.find((one) => (one === best || one.bytes < most) && isAcceptedByAll(one))?.smallest;
}
