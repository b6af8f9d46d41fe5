import type { ReasonCode } from '../agreement.js';
import { objectionTo, wishOf } from './objection.js';
import type { Offer } from './offer.js';

/** Why a remote was given a copy, and the end of the sentence that says so. */
export interface Reason {
  readonly code: ReasonCode;
  /** What comes after the remote's name, as in ` keeps react 18.3.1: its range ^18.0.0 rejects 19.2.0 of host`. */
  readonly ending: string;
}

/**
 * Says why a remote was given a copy.
 *
 * @param shared - The copy that the page shares: the host's, else the one that most remotes use.
 * @param isContested - Whether another remote offers a copy, too.
 */
export function reasonFor(wanted: Offer, given: Offer, shared: Offer, isContested: boolean): Reason {
  const code = codeFor(wanted, given, shared, isContested);
  const verb = given === wanted ? 'keeps' : 'gets';
  const { version = '(version unknown)', packageName } = given.terms;
  const from = given === wanted ? '' : ` of ${given.participant.entry.name}`;
  return { code, ending: ` ${verb} ${packageName} ${version}${from}: ${reasons[code](wanted, shared)}` };
}

/** Whether a remote is given a version that its range, which is only a wish, does not accept. */
function isOutsideRange(wanted: Offer, given: Offer): boolean {
  const isOwn = given === wanted || given.participant === wanted.participant.original;
  return !isOwn && objectionTo(wishOf(wanted.terms), given.terms) !== undefined;
}

function codeFor(wanted: Offer, given: Offer, shared: Offer, isContested: boolean): ReasonCode {
  if (wanted.participant.isHost) return 'host';
  if (given === wanted && !isContested) return 'only-copy';
  if (isOutsideRange(wanted, given)) return 'outside-range';
  if (given === shared) return given === wanted ? 'own-shared' : 'shared';
  return objectionTo(wishOf(wanted.terms), shared.terms) ?? 'goes-with';
}

// Each ends the sentence "cart keeps react 18.3.1: …".
const reasons: Readonly<Record<ReasonCode, (wanted: Offer, shared: Offer) => string>> = {
  host: () => 'the host is always given its own',
  'only-copy': () => 'no other remote offers one',
  'own-shared': () => 'it is the copy that the page shares',
  shared: ({ terms: { range } }) =>
    `it is the copy that the page shares${range === undefined ? '' : `, and its range ${range} accepts it`}`,
  'outside-range': ({ terms }) => `its range ${terms.range} rejects that, but is only a wish (strictVersion: false)`,
  range: ({ terms }, shared) => `its range ${terms.range} rejects ${versionOf(shared)}`,
  'equal-version': (_, shared) => `its share scope shares equal versions only, not ${versionOf(shared)}`,
  'entry-points': (_, shared) => `an entry point that it imports is missing in ${versionOf(shared)}`,
  'version-unknown': ({ terms }, shared) => `its range ${terms.range} and ${versionOf(shared)} cannot be compared`,
  'not-provided': (_, { participant }) => `${participant.entry.name} does not provide its copy to others`,
  'goes-with': (_, shared) => `${versionOf(shared)} does not go together with what else it uses`,
};

function versionOf({ terms: { version = 'an unknown version' }, participant }: Offer): string {
  return `${version} of ${participant.entry.name}`;
}
