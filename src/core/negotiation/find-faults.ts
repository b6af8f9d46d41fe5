import type { Agreement, ReasonCode } from '../agreement.js';
import { FederationError } from '../errors.js';
import type { Packages } from './families.js';
import { hasEntryPoints } from './objection.js';
import type { Offer, Participant } from './offer.js';

/**
 * Remotes that cannot run as things are settled, by name, each with the error that says why.
 *
 * @param isStrict - Whether a remote that cannot use the copy that the page shares is at fault.
 */
export function findFaults(
  arriving: readonly Participant[],
  packages: Packages,
  agreement: Pick<Agreement, 'packages'>,
  isStrict: boolean,
): Map<string, FederationError> {
  const faults = isStrict ? findConflicts(arriving, agreement) : new Map<string, FederationError>();
  for (const [remote, specifier] of findMissing(arriving, packages)) {
    faults.set(remote, new FederationError('shared-missing', { remote, specifier }));
  }
  return faults;
}

/** A specifier that leads nowhere, by the name of the remote that gets to it. */
function findMissing(arriving: readonly Participant[], packages: Packages): Map<string, string> {
  const missing = new Map<string, string>();
  const broken = findBroken(packages);
  for (const { entry, offers } of arriving) {
    const own = [...offers.values()].find((offer) => offer.given === offer && isIncomplete(offer));
    if (own) missing.set(entry.name, firstMissing(own, own.terms.specifiers));
    const reach = broken.size > 0 ? [...reachOf(offers.values())] : [];
    const found = reach.find((copy) => broken.has(copy));
    if (found) missing.set(entry.name, broken.get(found) as string);
  }
  return missing;
}

/** Copies of which an import leads nowhere, each with the specifier. */
function findBroken(packages: Packages): Map<Offer, string> {
  const broken = new Map<Offer, string>();
  for (const offers of packages.values()) {
    for (const offer of offers) {
      const { needs, wired } = offer;
      const lost =
        wired &&
        needs.find(({ sibling, specifiers }) => {
          return wired.get(sibling.terms.packageName) === sibling && !hasEntryPoints(sibling.terms, specifiers);
        });
      if (lost) broken.set(offer, firstMissing(lost.sibling, lost.specifiers));
    }
  }
  return broken;
}

function isIncomplete(offer: Offer): boolean {
  return !hasEntryPoints(offer.terms, offer.terms.specifiers);
}

function firstMissing(offer: Offer, specifiers: readonly string[]): string {
  return specifiers.find((specifier) => !hasEntryPoints(offer.terms, [specifier])) as string;
}

/** The copies that a remote gets to, one through the other. */
function reachOf(offers: Iterable<Offer>): Set<Offer> {
  const reach = new Set<Offer>();
  for (const { given } of offers) if (given) reach.add(given);
  // A set that grows while it is walked gives what is added, too.
  for (const { wired } of reach) for (const target of wired?.values() ?? []) reach.add(target);
  return reach;
}

const conflicts: ReadonlySet<ReasonCode> = new Set([
  'outside-range',
  'range',
  'equal-version',
  'version-unknown',
  'goes-with',
]);

function findConflicts(
  arriving: readonly Participant[],
  { packages }: Pick<Agreement, 'packages'>,
): Map<string, FederationError> {
  const faults = new Map<string, FederationError>();
  const byName = new Map(arriving.map((participant) => [participant.entry.name, participant]));
  for (const { packageName, copies, decisions } of packages) {
    for (const { consumer, reason } of decisions) {
      const wanted = byName.get(consumer)?.offers.get(packageName)?.terms;
      const shared = copies[0];
      if (!wanted?.singleton || !conflicts.has(reason) || !shared) continue;
      const facts = { dependency: packageName, wanted: wanted.range ?? '*', wantedBy: consumer };
      const details = { ...facts, shared: shared.version ?? 'an unknown version', sharedBy: shared.provider };
      faults.set(consumer, new FederationError('version-conflict', details));
    }
  }
  return faults;
}
