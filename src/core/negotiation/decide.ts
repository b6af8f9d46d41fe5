import type { AgreementWarning, Copy, Decision } from '../agreement.js';
import type { Offer } from './offer.js';
import { type Reason, reasonFor } from './reason.js';

/**
 * Puts into words what each remote was given, by each of its names, and notes what it should be warned of.
 *
 * @param shared - The copy that the page shares: the host's, else the one that most remotes use.
 * @param known - By name, what was decided before: it stays word for word.
 */
export function decide(
  pool: readonly Offer[],
  shared: Offer,
  copies: ReadonlyMap<Offer, Copy>,
  known: ReadonlyMap<string, Decision>,
  warnings: AgreementWarning[],
): Decision[] {
  const decisions: Decision[] = [];
  const reasonOf = createReasoner(pool, shared);
  const sharedCopy = copies.get(shared) as Copy;
  pool.forEach((wanted) => {
    const { choice, participant, terms } = wanted;
    if (!choice.copy) return;
    const { reason, ending, warning } = reasonOf(wanted, choice.copy);
    const copy = choice.copy === shared ? sharedCopy : (copies.get(choice.copy) as Copy);
    const { packageName, specifiers } = terms;
    for (let index = 0; index < participant.names.length; index++) {
      const consumer = participant.names[index] as string;
      const old = known.get(consumer);
      const sentence = consumer + ending;
      decisions.push(old ?? { consumer, copy, specifiers, reason, sentence });
      if (warning && !old) warnings.push({ code: warning, remote: consumer, packageName, message: sentence });
    }
  });
  return decisions;
}

/** Finds reasons; one is enough for all remotes that say the same and are given what the page shares. */
function createReasoner(pool: readonly Offer[], shared: Offer): (wanted: Offer, given: Offer) => Reason {
  const known = new Map<Offer['terms'], Reason>();
  const reasonOf = (wanted: Offer, given: Offer): Reason => {
    const isContested = pool.some((offer) => offer !== wanted && offer.terms.isProvided);
    return reasonFor(wanted, given, shared, isContested);
  };
  return (wanted, given) => {
    if (given !== shared || given === wanted) return reasonOf(wanted, given);
    const reason = known.get(wanted.terms) ?? reasonOf(wanted, given);
    known.set(wanted.terms, reason);
    return reason;
  };
}
