import type { Agreement, ReasonCode } from '../agreement.js';
import type { FederationError, FederationErrorDetails } from '../errors.js';
import { explain } from '../explain.js';
import type { RemoteEntry } from '../remote-entry.js';
import type { Consumer } from './consumers.js';
import { indexOffers } from './index-offers.js';
import { isCovered } from './objection.js';
import type { Participant } from './offer.js';

/** Remotes that get to a specifier that leads nowhere, by name, each with the error that says so. */
export function* findMissing(consumers: readonly Consumer[]): Generator<[string, FederationError]> {
  for (const { members, reach } of consumers) {
    for (const { demand, copy } of reach.moves) {
      if (copy !== demand.own || isCovered(demand.wish.specifiers, copy.terms.shipped)) continue;
      const specifier = demand.wish.specifiers.find((wanted) => !copy.terms.shipped.includes(wanted)) as string;
      for (const remote of members.flatMap(({ names }) => names))
        yield [remote, explain('shared-missing', { remote, specifier })];
    }
  }
}

/** A remote that does not use a singleton as the page shares it. */
interface Conflict {
  readonly consumer: string;
  readonly reason: ReasonCode;
  /** Those who do. */
  readonly users: readonly string[];
  readonly details: FederationErrorDetails['version-conflict'];
}

/** Why a remote cannot use what the page shares, whatever else it is given. */
const objections: readonly ReasonCode[] = ['outside-range', 'range', 'equal-version', 'version-unknown'];

/**
 * Remotes that cannot use a singleton that the page shares, by name, each with the error that says why.
 *
 * Only those of whom that is certain: who would get along as soon as another of them is gone, is not among them.
 */
export function findConflicts(
  arriving: readonly RemoteEntry[],
  participants: readonly Participant[],
  agreement: Pick<Agreement, 'packages'>,
): [string, FederationError][] {
  const names = new Set(arriving.map(({ name }) => name));
  const all = collectConflicts(participants, agreement).filter(({ consumer }) => names.has(consumer));
  const objecting = all.filter(({ reason }) => objections.includes(reason));
  // What one does not go together with may be there only because of those who object.
  const conflicts = objecting.length > 0 ? objecting : all.filter(({ reason }) => reason === 'goes-with');
  const failing = new Set(conflicts.map(({ consumer }) => consumer));
  const lasting = conflicts.filter(({ users }) => users.some((user) => !failing.has(user)));
  return (lasting.length > 0 ? lasting : conflicts).map(({ consumer, details }) => [
    consumer,
    explain('version-conflict', details),
  ]);
}

function collectConflicts(participants: readonly Participant[], { packages }: Pick<Agreement, 'packages'>): Conflict[] {
  const offerOf = indexOffers(participants);
  return packages.flatMap(({ packageName, copies: [shared], decisions }) => {
    const users = decisions.filter(({ copy, reason }) => copy === shared && !objections.includes(reason));
    return decisions.flatMap(({ consumer, reason }) => {
      const wanted = offerOf(consumer, packageName)?.terms;
      if (!wanted?.singleton || !shared) return [];
      const facts = { dependency: packageName, wanted: wanted.range ?? '*', wantedBy: consumer };
      const details = { ...facts, shared: shared.version ?? '?', sharedBy: shared.provider };
      return [{ consumer, reason, users: users.map((user) => user.consumer), details }];
    });
  });
}
