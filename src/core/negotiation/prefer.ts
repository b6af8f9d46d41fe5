import { compareVersions } from '../version.js';
import type { Offer } from './offer.js';

/** What is compared first: the bytes that are downloaded, or how new the versions are. */
export type Objective = 'fewest-bytes' | 'newest';

/** Orders copies of a package that nobody uses yet, the better first. */
export function prefer(objective: Objective): (one: Offer, other: Offer) => number {
  return (one, other) => {
    const bytes = one.bytes - other.bytes;
    const age = compareVersions(other.terms.version, one.terms.version);
    return (objective === 'newest' ? age || bytes : bytes || age) || one.participant.order - other.participant.order;
  };
}
