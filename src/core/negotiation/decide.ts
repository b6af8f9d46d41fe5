import type { AgreementWarning, Copy, Decision } from '../agreement.js';
import type { Offer } from './offer.js';
import { reasonFor } from './reason.js';

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
  return pool.flatMap((wanted) => {
    const { choice, participant, terms } = wanted;
    const given = choice.copy;
    if (!given) return [];
    const isContested = pool.some((offer) => offer !== wanted && offer.terms.isProvided);
    const { reason, ending, warning } = reasonFor(wanted, given, shared, isContested);
    const copy = copies.get(given) as Copy;
    const { packageName, specifiers } = terms;
    return participant.names.map((consumer) => {
      const old = known.get(consumer);
      const sentence = consumer + ending;
      if (warning && !old) warnings.push({ code: warning, remote: consumer, packageName, message: sentence });
      return old ?? { consumer, copy, specifiers, reason, sentence };
    });
  });
}
