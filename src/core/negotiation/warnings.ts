import type { AgreementWarning, ReasonCode } from '../agreement.js';
import type { Offer } from './offer.js';

const longestQuote = 60;

/** What a remote should be told of what it was given. */
export function warningsFor(wanted: Offer, given: Offer, reason: ReasonCode): AgreementWarning[] {
  const { packageName, range, version, isReadable } = wanted.terms;
  const remote = wanted.participant.entry.name;
  const warnings: AgreementWarning[] = [];
  if (!isReadable) {
    const message = `"${remote}" wants ${packageName} "${range?.slice(0, longestQuote)}", which is no range: only its own copy is sure to fit. Correct requiredVersion in its build.`;
    warnings.push({ code: 'range-unreadable', remote, packageName, message });
  }
  if (reason === 'outside-range') {
    const message =
      `"${remote}" wants ${packageName} ${range}, but is given ${given.terms.version} of "${given.participant.entry.name}". ` +
      `Test it with that version, or build it with strictVersion: true, so that it brings its own ${version}.`;
    warnings.push({ code: 'outside-range', remote, packageName, message });
  }
  return warnings;
}
