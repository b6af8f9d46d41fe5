import type { Agreement, ReasonCode } from '../agreement.js';
import { FederationError } from '../errors.js';
import { hasEntryPoints } from './objection.js';
import type { Offer, Participant } from './participant.js';
import type { Settlement } from './settlement.js';

/**
 * Remotes that cannot run as things are settled, by name, each with the error that says why.
 *
 * @param isStrict - Whether a remote that cannot use the copy that the page shares is at fault.
 */
export function findFaults(
  arriving: readonly Participant[],
  settlement: Settlement,
  agreement: Pick<Agreement, 'packages'>,
  isStrict: boolean,
): Map<string, FederationError> {
  const faults = isStrict ? findConflicts(arriving, agreement) : new Map<string, FederationError>();
  for (const [remote, specifier] of findMissing(arriving, settlement)) {
    faults.set(remote, new FederationError('shared-missing', { remote, specifier }));
  }
  return faults;
}

/** The first specifier that leads nowhere, by the name of the remote that gets to it. */
function findMissing(arriving: readonly Participant[], { given, wired }: Settlement): Map<string, string> {
  const missing = new Map<string, string>();
  const broken = new Map<Offer, string>();
  for (const [offer, targets] of wired) {
    for (const { sibling, specifiers } of offer.needs) {
      const isOwn = targets.get(sibling.packageName) === sibling;
      if (isOwn && !hasEntryPoints(sibling, specifiers)) broken.set(offer, firstMissing(sibling, specifiers));
    }
  }
  for (const { entry, offers } of arriving) {
    for (const offer of offers.values()) {
      const copy = given.get(offer);
      if (copy === offer && !hasEntryPoints(offer, offer.specifiers)) {
        missing.set(entry.name, firstMissing(offer, offer.specifiers));
      }
    }
    const found = broken.size > 0 && [...reachOf(offers.values(), given, wired)].find((copy) => broken.has(copy));
    if (found) missing.set(entry.name, broken.get(found) as string);
  }
  return missing;
}

function firstMissing(offer: Offer, specifiers: readonly string[]): string {
  return specifiers.find((specifier) => !hasEntryPoints(offer, [specifier])) as string;
}

/** The copies that a remote gets to, one through the other. */
function reachOf(offers: Iterable<Offer>, given: Settlement['given'], wired: Settlement['wired']): Set<Offer> {
  const reach = new Set<Offer>();
  for (const offer of offers) {
    const copy = given.get(offer);
    if (copy) reach.add(copy);
  }
  // A set that grows while it is walked gives what is added, too.
  for (const copy of reach) for (const target of wired.get(copy)?.values() ?? []) reach.add(target);
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
      const wanted = byName.get(consumer)?.offers.get(packageName);
      const shared = copies[0];
      if (!wanted?.singleton || !conflicts.has(reason) || !shared) continue;
      const facts = { dependency: packageName, wanted: wanted.range ?? '*', wantedBy: consumer };
      const details = { ...facts, shared: shared.version ?? 'an unknown version', sharedBy: shared.provider };
      faults.set(consumer, new FederationError('version-conflict', details));
    }
  }
  return faults;
}
