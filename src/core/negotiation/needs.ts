import { packageNameOf } from '../package-name.js';
import { groupBy } from './group-by.js';
import { createChoice, type Demand, type Offer, placeOf } from './offer.js';
import type { TermsReader } from './read-terms.js';

/** Whether a copy may import anything: most of those that other tools built may not, for all that is known. */
export function mayImport({ participant: { entry }, terms: { packageName }, files, entryPoints }: Offer): boolean {
  const isPooled = entryPoints[0]?.pool !== undefined;
  if (files) return isPooled || files.imports.size > 0;
  return isPooled || entryPoints.length > 1 || packageName.startsWith('@') || entry.packages.has(packageName);
}

/**
 * Reads what a copy asks of each package that it imports: the range that its own package.json gives, else its remote's.
 *
 * What it imports is what its files say, else what its package.json says; where nothing is told, all packages of its npm
 * scope count as coupled with it, and in any case all of its pool.
 *
 * @param siblingOf - Gives what the same remote says of a package.
 */
export function addDemands(offer: Offer, siblingOf: (packageName: string) => Offer, reader: TermsReader): void {
  const { participant, terms, files } = offer;
  const ranges = participant.entry.packages.get(terms.packageName)?.dependencies;
  const demandOn = (own: Offer, specifiers: readonly string[]): Demand => {
    const range = ranges?.get(own.terms.packageName) ?? own.terms.range;
    // What a copy imports of its own package is itself.
    const isOwnOnly = own === offer || own.terms.isOwnOnly;
    const wish = reader.ofCopy(own.terms, range, specifiers, isOwnOnly);
    return { wish, own, choice: offer.isTied ? placeOf(own) : createChoice(), weight: 1 };
  };
  const likely = likelyImports(offer, ranges);
  const told = groupSpecifiers(files?.imports);
  const demands = [...told].map(([name, specifiers]) => demandOn(siblingOf(name), specifiers));
  for (const own of likely) {
    if (!told.has(own.terms.packageName)) demands.push(demandOn(own, own.terms.specifiers));
  }
  offer.demands = demands;
}

/** Bare specifiers by the package that they belong to. */
export function groupSpecifiers(specifiers: Iterable<string> = []): Map<string, string[]> {
  return groupBy(specifiers, packageNameOf);
}

/** The packages of which a copy may import whatever its remote does, for all that is known. */
function likelyImports(
  { participant, terms, files, entryPoints }: Offer,
  ranges: ReadonlyMap<string, string> | undefined,
): Offer[] {
  const npmScope = files || ranges ? undefined : /^@[^/]+\//.exec(terms.packageName)?.[0];
  const pool = entryPoints[0]?.pool;
  const isSelf = !files && entryPoints.length > 1;
  const isLikely = ({ terms: { packageName }, entryPoints: [first] }: Offer): boolean =>
    packageName === terms.packageName
      ? isSelf
      : (!files && ranges?.has(packageName)) ||
        (npmScope !== undefined && packageName.startsWith(npmScope)) ||
        (pool !== undefined && first?.pool === pool);
  return participant.offers.filter(isLikely);
}
