import type { PlainPackage, Statement } from './plain-packages.js';
import { comparePlain, isInPlainRange } from './plain-range.js';
import { unusual } from './plainly.js';

/**
 * Chooses the copy of a package that everybody uses: the smallest, then the newest, then the first that all accept.
 *
 * @param isHosted - Whether who comes first is the host: if it ships a copy, there is no other choice.
 * @returns The place of who ships it.
 * @throws TypeError if it is not plain that everybody accepts it, and that no other answer is better.
 */
export function chooseCopy({ statements, count }: PlainPackage, isHosted: boolean): number {
  const ranges = [...new Set(statements.map(({ said }) => said.requiredVersion ?? '*'))];
  const isAcceptedByAll = (one: Statement): boolean =>
    one.count === count && ranges.every((range) => isInPlainRange(one.version, range));
  const [first] = statements as [Statement];
  if (isHosted && first.first === 0) return isAcceptedByAll(first) ? 0 : unusual();
  const sorted = [...statements].sort(
    (one, other) =>
      one.bytes - other.bytes || comparePlain(other.version, one.version) || one.smallest - other.smallest,
  );
  const [best, second] = sorted as [Statement, Statement?];
  // A range that is only a wish may be waived.
  const isLoose = statements.some(({ said }) => said.singleton && !said.strictVersion);
  // One that is not the best will do, too, if no two are smaller, and nobody could waive what speaks against the best.
  const most = second && !isLoose ? best.bytes + second.bytes : 0;
  return sorted.find((one) => (one === best || one.bytes < most) && isAcceptedByAll(one))?.smallest ?? unusual();
}
