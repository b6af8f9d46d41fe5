import type { Agreement, Copy } from '../agreement.js';
import { indexOffers } from './index-offers.js';
import { type Offer, type Participant, placeOf } from './offer.js';

/** Writes into the offers what was agreed before: what the page already lives by. */
export function recall(committed: Agreement, participants: readonly Participant[]): void {
  const offerOf = indexOffers(participants);
  const offerBehind = ({ provider, packageName }: Copy): Offer => offerOf(provider, packageName) as Offer;
  const commit = (choice: Offer['choice'], copy: Copy): void => {
    choice.copy = offerBehind(copy);
    choice.users++;
  };
  for (const { packageName, copies, decisions } of committed.packages) {
    for (const copy of copies) {
      const offer = offerBehind(copy);
      offer.users++;
      for (const { wish, choice } of offer.demands) commit(choice, copy.dependencies.get(wish.packageName) as Copy);
    }
    for (const { consumer, copy } of decisions) commit(placeOf(offerOf(consumer, packageName) as Offer), copy);
  }
}
