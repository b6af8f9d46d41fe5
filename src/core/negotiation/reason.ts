import type { Decision, ReasonCode } from '../agreement.js';
import { objectionTo, strictShareScope, type Wish } from './objection.js';
import type { Offer } from './offer.js';

/** What a decision is judged by. */
export interface Circumstances {
  /** The copy that the page shares: the host's, else the one that most remotes use. */
  readonly shared: Offer;
  /** Whether another remote offers a copy, too. */
  readonly isContested: boolean;
}

/** Why a remote was given a copy. */
export function reasonFor(wanted: Offer, given: Offer, { shared, isContested }: Circumstances): ReasonCode {
  if (wanted.participant.isHost) return 'host';
  if (given === wanted && !isContested) return 'only-copy';
  if (isOutsideRange(wanted, given)) return 'outside-range';
  if (given === shared) return given === wanted ? 'own-shared' : 'shared';
  return objectionTo(wishOf(wanted), shared) ?? 'goes-with';
}

/** Whether a remote is given a version that its range, which is only a wish, does not accept. */
export function isOutsideRange(wanted: Offer, given: Offer): boolean {
  return given !== wanted && objectionTo(wishOf(wanted), given) !== undefined;
}

function wishOf({ range, specifiers, shareScope, version }: Offer): Wish {
  return { range, specifiers, equalVersion: shareScope === strictShareScope ? version : undefined };
}

type Because = (wanted: Offer, shared: Offer) => string;

// Each ends the sentence "cart keeps react 18.3.1: …".
const reasons: Readonly<Record<ReasonCode, Because>> = {
  host: () => 'the host is always given its own',
  'only-copy': () => 'no other remote offers one',
  'own-shared': () => 'it is the copy that the page shares',
  shared: ({ range }) =>
    `it is the copy that the page shares${range === undefined ? '' : `, and its range ${range} accepts it`}`,
  'outside-range': ({ range }) => `its range ${range} rejects that version, but is only a wish (strictVersion: false)`,
  range: ({ range }, shared) => `its range ${range} rejects ${versionOf(shared)}`,
  'equal-version': (_, shared) =>
    `its share scope shares equal versions only, and the page shares ${versionOf(shared)}`,
  'entry-points': (_, shared) => `an entry point that it imports is missing in ${versionOf(shared)}`,
  'version-unknown': ({ range }, shared) => `its range ${range} and ${versionOf(shared)} cannot be compared`,
  'not-provided': (_, { participant }) => `${participant.entry.name} does not provide its copy to others`,
  'goes-with': (_, shared) => `${versionOf(shared)} does not go together with what else it uses`,
};

/** The reason in one sentence, as in `cart keeps react 18.3.1: its range ^18.0.0 rejects 19.2.0 of host`. */
export function explain(wanted: Offer, given: Offer, reason: Decision['reason'], shared: Offer): string {
  const { packageName, participant, version = '(version unknown)' } = given;
  const isOwn = given === wanted;
  const copy = `${packageName} ${version}${isOwn ? '' : ` of ${participant.entry.name}`}`;
  return `${wanted.participant.entry.name} ${isOwn ? 'keeps' : 'gets'} ${copy}: ${reasons[reason](wanted, shared)}`;
}

function versionOf({ version = 'an unknown version', participant }: Offer): string {
  return `${version} of ${participant.entry.name}`;
}
