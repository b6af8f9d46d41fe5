import type { AgreementWarning, ReasonCode } from '../agreement.js';
import { plainReasons } from '../plain/plain-reasons.js';
import { compareVersions, isRange } from '../version.js';
import { isOutsideRange, objectionTo } from './objection.js';
import type { Demand, Offer } from './offer.js';

/** Why a remote was given a copy. */
export interface Reason {
  readonly reason: ReasonCode;
  /** What comes after the remote's name, as in ` keeps react 18.3.1: its range ^18.0.0 rejects 19.2.0 of host`. */
  readonly ending: string;
  /** What the remote should be told, if anything. */
  readonly warning: AgreementWarning['code'] | undefined;
}

/**
 * Says why a remote was given a copy.
 *
 * @param shared - The copy that the page shares: the host's, else the one that most remotes use.
 * @param isContested - Whether another remote offers a copy, too.
 */
export function reasonFor(wanted: Offer, given: Offer, shared: Offer, isContested: boolean): Reason {
  const { packageName, version = '?' } = given.terms;
  const { range } = wanted.terms;
  const reason = codeFor(wanted, given, shared, isContested);
  const copy = given === wanted ? `keeps ${packageName} ${version}` : `gets ${packageName} ${nameOf(given)}`;
  const isReadable = range === undefined || isRange(range);
  const warning = reason === 'outside-range' ? reason : isReadable ? undefined : 'range-unreadable';
  return { reason, ending: ` ${copy}: ${reasons[reason](range ?? '*', nameOf(shared))}`, warning };
}

function codeFor(wanted: Offer, given: Offer, shared: Offer, isContested: boolean): ReasonCode {
  const { participant, terms } = wanted;
  if (participant.isHost && given === wanted) return 'host';
  if (given === wanted && !isContested) return 'only-copy';
  if (given !== wanted && isOutsideRange(terms, given.terms)) return 'outside-range';
  if (given === shared) return given === wanted ? 'own-shared' : 'shared';
  const isNewer = compareVersions(given.terms.version, shared.terms.version) > 0;
  return objectionTo(terms, shared.terms) ?? (isNewer && !isTorn(wanted, given, shared) ? 'newer' : 'goes-with');
}

/** Whether the page's copy, and what the remote is given beside it, were given different copies of what both use. */
function isTorn({ participant, terms }: Offer, given: Offer, shared: Offer): boolean {
  const others = new Map(participant.offers.map(({ terms, choice }) => [terms.packageName, choice.copy]));
  const differs = ({ wish, choice }: Demand): boolean => {
    const other = others.get(wish.packageName);
    return other !== undefined && other !== given && other !== choice.copy;
  };
  const uses = (other: Offer | undefined): boolean =>
    other?.demands.some(({ wish, choice }) => wish.packageName === terms.packageName && choice.copy !== shared) ??
    false;
  return shared.demands.some(differs) || [...others.values()].some((other) => other !== given && uses(other));
}

function nameOf({ terms, participant }: Offer): string {
  return `${terms.version ?? '?'} of ${participant.entry.name}`;
}

// Each ends the sentence "cart keeps react 18.3.1: …".
const reasons: Readonly<Record<ReasonCode, (range: string, shared: string) => string>> = {
  ...plainReasons,
  'outside-range': (range) => `its range ${range} rejects that, but is only a wish (strictVersion: false)`,
  range: (range, shared) => `its range ${range} rejects ${shared}`,
  'equal-version': (_, shared) => `its share scope shares equal versions only, not ${shared}`,
  'entry-points': (_, shared) => `an entry point that it imports is missing in ${shared}`,
  'version-unknown': (range, shared) => `its range ${range} cannot be compared with ${shared}`,
  'not-provided': (_, shared) => `others may not be given ${shared}`,
  newer: (_, shared) => `it is newer than ${shared}`,
  'goes-with': (_, shared) => `${shared} does not go together with what else it uses`,
};
