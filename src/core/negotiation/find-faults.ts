import type { Agreement, ReasonCode } from '../agreement.js';
import type { FederationError } from '../errors.js';
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

/** Why a remote does not use a singleton that the page shares, although it could be built so that it does. */
const conflicts: readonly ReasonCode[] = ['outside-range', 'range', 'equal-version', 'version-unknown', 'goes-with'];

/** Remotes that cannot use a singleton that the page shares, by name, each with the error that says why. */
export function* findConflicts(
  arriving: readonly RemoteEntry[],
  participants: readonly Participant[],
  { packages }: Pick<Agreement, 'packages'>,
): Generator<[string, FederationError]> {
  const offerOf = indexOffers(participants);
  const names = new Set(arriving.map(({ name }) => name));
  for (const { packageName, copies, decisions } of packages) {
    for (const { consumer, reason } of decisions) {
      const wanted = offerOf(consumer, packageName)?.terms;
      const [shared] = copies;
      if (!wanted?.singleton || !shared || !names.has(consumer) || !conflicts.includes(reason)) continue;
      const facts = { dependency: packageName, wanted: wanted.range ?? '*', wantedBy: consumer };
      const details = { ...facts, shared: shared.version ?? '?', sharedBy: shared.provider };
      yield [consumer, explain('version-conflict', details)];
    }
  }
}
