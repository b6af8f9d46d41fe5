import { packageNameOf } from '../package-name.js';
import { npmScopeOf } from './crowds.js';
import { groupBy } from './group-by.js';
import type { Need, Offer } from './offer.js';

const none: readonly Need[] = [];

/**
 * What a copy imports of each package, with the range that its own package.json gives, else its remote's.
 *
 * What it imports is what its files say, else what its package.json says, else what is likely.
 *
 * @param siblingOf - Gives what the same remote says of a package.
 */
export function readNeeds(offer: Offer, siblingOf: (packageName: string) => Offer): readonly Need[] {
  if (isSelfContained(offer)) return none;
  const likely = likelyImports(offer);
  const told = offer.files?.imports.size ? groupSpecifiers(offer.files.imports) : undefined;
  if (!told && likely.length === 0) return none;
  const { participant, terms } = offer;
  const ranges = participant.entry.packages.get(terms.packageName)?.dependencies;
  const imports = new Map<string, readonly string[]>(told);
  for (const { packageName, specifiers } of likely) if (!imports.has(packageName)) imports.set(packageName, specifiers);
  return [...imports].map(([name, specifiers]) => {
    const sibling = siblingOf(name);
    return { sibling, range: ranges?.get(name) ?? sibling.terms.range, specifiers: [...specifiers].sort() };
  });
}

/** Whether it is plain at first sight that there is nothing to tell, and nothing to guess from. */
function isSelfContained({ participant, terms, files, entryPoints }: Offer): boolean {
  const { packageName, pool } = terms;
  const isUntold = !files && participant.entry.packages.size === 0;
  return isUntold && pool === undefined && entryPoints.length < 2 && !packageName.startsWith('@');
}

/** Bare specifiers by the package that they belong to. */
export function groupSpecifiers(specifiers: Iterable<string> = []): Map<string, string[]> {
  return groupBy(specifiers, packageNameOf);
}

/** The packages of which a copy may import whatever its remote does, for all that is known. */
function likelyImports(offer: Offer): Offer['terms'][] {
  const { participant, terms, files, entryPoints } = offer;
  const self = files || entryPoints.length < 2 ? [] : [terms];
  const isLikely = createLikelihood(offer);
  if (!isLikely || (terms.isOwnOnly && !participant.isHost)) return self;
  const others = [...participant.offers.values()].map((other) => other.terms);
  return [...self, ...others.filter((other) => other !== terms && isLikely(other))];
}

/** Makes a guess at what a copy imports; `undefined` if there is nothing to guess from. */
function createLikelihood({ participant, terms, files }: Offer): ((other: Offer['terms']) => boolean) | undefined {
  const { packageName, pool } = terms;
  const ranges = participant.entry.packages.get(packageName)?.dependencies;
  const npmScope = files || ranges ? undefined : npmScopeOf(packageName);
  if (pool === undefined && npmScope === undefined && (files || !ranges)) return undefined;
  return (other) =>
    (!files && ranges?.has(other.packageName)) ||
    (npmScope !== undefined && npmScopeOf(other.packageName) === npmScope) ||
    (pool !== undefined && other.pool === pool);
}
