import { packageNameOf } from '../package-name.js';
import { groupBy } from './group-by.js';
import { type Need, type Offer, offerOf, sorted } from './offer.js';

/** More packages of one npm scope, or one pool, than any real remote has: see {@link isolateCrowds}. */
const mostCoupled = 100;

/** What a copy imports of each package, with the range that its own package.json gives, else its remote's. */
export function readNeeds(offer: Offer): Need[] {
  const { participant, packageName } = offer;
  const ranges = participant.entry.packages.get(packageName)?.dependencies;
  return [...importsOf(offer)].map(([name, specifiers]) => {
    const sibling = offerOf(participant, name);
    return { sibling, range: ranges?.get(name) ?? sibling.range, specifiers: sorted(specifiers) };
  });
}

/** Bare specifiers by the package that they belong to. */
export function groupSpecifiers(specifiers: Iterable<string> = []): Map<string, string[]> {
  return groupBy(specifiers, packageNameOf);
}

/** What a copy imports, by package: what its files say, else what its package.json says, else what is likely. */
function importsOf(offer: Offer): Map<string, readonly string[]> {
  const imports = new Map<string, readonly string[]>(groupSpecifiers(offer.files?.imports));
  for (const sibling of likelyImports(offer)) {
    if (!imports.has(sibling.packageName)) imports.set(sibling.packageName, sibling.specifiers);
  }
  return imports;
}

/** The packages that a copy may import for all that is known: their entry points, all of them, count as imported. */
function likelyImports(offer: Offer): Offer[] {
  const { participant, packageName, files, pool, isAlone, entryPoints } = offer;
  const ranges = participant.entry.packages.get(packageName)?.dependencies;
  const npmScope = files || ranges ? undefined : npmScopeOf(packageName);
  const self = files || entryPoints.length < 2 ? [] : [offer];
  if (isAlone || (pool === undefined && npmScope === undefined && (files || !ranges))) return self;
  const isLikely = (other: Offer): boolean =>
    (!files && ranges?.has(other.packageName)) ||
    (npmScope !== undefined && npmScopeOf(other.packageName) === npmScope) ||
    (pool !== undefined && other.pool === pool);
  return [...self, ...[...participant.offers.values()].filter((other) => other !== offer && isLikely(other))];
}

/**
 * Where nothing is told of what copies import, all packages of one npm scope count as coupled, each with each.
 *
 * Of a crowd of them, which only an attack has, each keeps to its own remote: that is always right, and cheap.
 */
export function isolateCrowds(offers: Iterable<Offer>): void {
  const all = [...offers];
  for (const keyOf of [({ packageName }: Offer) => npmScopeOf(packageName), ({ pool }: Offer) => pool]) {
    for (const crowd of groupBy(all, keyOf).values()) {
      if (crowd.length > mostCoupled)
        for (const offer of crowd) Object.assign(offer, { isAlone: true, isProvided: false });
    }
  }
}

function npmScopeOf(packageName: string): string | undefined {
  return packageName.startsWith('@') ? packageName.slice(0, packageName.indexOf('/') + 1) : undefined;
}
