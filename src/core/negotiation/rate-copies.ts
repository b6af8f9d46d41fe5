import { compareVersions } from '../version.js';
import type { Objective } from './cost.js';
import type { Offer } from './offer.js';
import type { Terms } from './terms.js';

/** A copy, and what it costs if nobody uses it yet. */
export interface RatedCopy {
  readonly offer: Offer;
  /** What has to be downloaded; nothing, if the page has it. */
  readonly bytes: number;
  /** How many versions of the package are newer. */
  readonly age: number;
}

/** A measure for the copies of one package. */
export interface Rating {
  bytesOf(offer: Offer): number;
  ageOf(offer: Offer): number;
}

/** The size that is assumed where no entry tells one. */
const typicalBytes = 30_000;

/** Makes a measure for the copies of one package. Where the size of one is unknown, all count the same. */
export function createRating(offers: readonly Offer[]): Rating {
  const terms = new Set<Terms>();
  let most = 0;
  let isKnown = true;
  for (const offer of offers) {
    const { files, entryPoints } = offer;
    terms.add(offer.terms);
    if (files) most = Math.max(most, files.bytes);
    else if (entryPoints.length > 0) isKnown = false;
  }
  const versions = new Set([...terms].map(({ version = '' }) => version));
  const newest = [...versions].sort((one, other) => compareVersions(other, one));
  const ages = new Map(newest.map((version, age) => [version, age]));
  const sizeOf = ({ files }: Offer): number => (isKnown ? (files?.bytes ?? 0) : most || typicalBytes);
  return {
    bytesOf: (offer) => (offer.wired ? 0 : sizeOf(offer)),
    ageOf: ({ terms }) => ages.get(terms.version ?? '') as number,
  };
}

/** A copy with its measures. */
export function rateCopy(offer: Offer, rating: Rating): RatedCopy {
  return { offer, bytes: rating.bytesOf(offer), age: rating.ageOf(offer) };
}

/** Orders copies that nobody uses yet, the better first. */
export function orderCopies(objective: Objective): (one: RatedCopy, other: RatedCopy) => number {
  return (one, other) => {
    const bytes = one.bytes - other.bytes;
    const age = one.age - other.age;
    const order = one.offer.participant.order - other.offer.participant.order;
    return (objective === 'newest' ? age || bytes : bytes || age) || order;
  };
}
