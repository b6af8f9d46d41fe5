import type { Agreement, Copy } from '../agreement.js';
import type { Offer, Participant } from './offer.js';

/** Writes into the offers what was agreed before: what the page already lives by. */
export function recall(committed: Agreement, participants: readonly Participant[]): void {
  const byName = new Map(participants.map((participant) => [participant.entry.name, participant]));
  const offerOf = (name: string, packageName: string): Offer => byName.get(name)?.offers.get(packageName) as Offer;
  const offerBehind = ({ provider, packageName }: Copy): Offer => offerOf(provider, packageName);
  for (const { packageName, copies, decisions } of committed.packages) {
    for (const copy of copies) {
      const targets = [...copy.dependencies].map(([name, target]): [string, Offer] => [name, offerBehind(target)]);
      offerBehind(copy).wired = new Map(targets);
    }
    for (const { consumer, copy } of decisions) offerOf(consumer, packageName).given = offerBehind(copy);
  }
  // A name that arrives late for an entry that is there already is given what that was given.
  for (const { original, offers } of participants) {
    for (const [packageName, offer] of original ? offers : []) {
      offer.given ??= original?.offers.get(packageName)?.given;
    }
  }
}
