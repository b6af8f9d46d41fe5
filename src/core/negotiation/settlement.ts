import type { Agreement, Copy } from '../agreement.js';
import type { Offer, Participant } from './offer.js';

/** Who is given what, in terms of offers. */
export interface Settlement {
  /** What a remote says of a package → the offer whose copy it is given. */
  readonly given: Map<Offer, Offer>;
  /** The copies in use → by npm name, the offers whose copies their own imports lead to. */
  readonly wired: Map<Offer, ReadonlyMap<string, Offer>>;
}

/** Reads an earlier agreement as the settlement that the page already lives by. */
export function readSettlement(committed: Agreement | undefined, participants: readonly Participant[]): Settlement {
  const settlement: Settlement = { given: new Map(), wired: new Map() };
  const byName = new Map(participants.map((participant) => [participant.entry.name, participant]));
  const offerOf = (name: string, packageName: string): Offer => byName.get(name)?.offers.get(packageName) as Offer;
  const offerBehind = ({ provider, packageName }: Copy): Offer => offerOf(provider, packageName);
  for (const { packageName, copies, decisions } of committed?.packages ?? []) {
    for (const copy of copies) {
      const targets = [...copy.dependencies].map(([name, target]): [string, Offer] => [name, offerBehind(target)]);
      settlement.wired.set(offerBehind(copy), new Map(targets));
    }
    for (const { consumer, copy } of decisions) settlement.given.set(offerOf(consumer, packageName), offerBehind(copy));
  }
  for (const { original, offers } of participants) {
    if (original) for (const offer of offers.values()) copyGiven(settlement, offer, original);
  }
  return settlement;
}

/** A name that arrives late for an entry that is there already is given what that was given. */
function copyGiven({ given }: Settlement, offer: Offer, { offers }: Participant): void {
  const known = offers.get(offer.terms.packageName);
  const copy = known && given.get(known);
  if (copy) given.set(offer, copy);
}
