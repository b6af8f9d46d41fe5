import type { Agreement, AgreementWarning, Copy, Decision, PackageAgreement } from '../agreement.js';
import { createCopies } from './create-copies.js';
import { groupByScope, type Packages } from './families.js';
import type { Offer, Participant } from './offer.js';
import { type Reason, reasonFor } from './reason.js';
import type { Terms } from './terms.js';
import { warningsFor } from './warnings.js';

/** Puts a settlement into words: the copies, who uses them, and why. What was committed stays word for word. */
export function createAgreement(
  participants: readonly Participant[],
  packages: Packages,
  committed: Agreement | undefined,
): Omit<Agreement, 'failures'> {
  const copies = createCopies(packages, committed);
  const old = collectDecisions(committed);
  const warnings: AgreementWarning[] = [...(committed?.warnings ?? [])];
  const createPackage = (pool: readonly Offer[]): PackageAgreement[] => {
    const used = orderByUsers(pool);
    const [shared] = used;
    if (!shared) return [];
    const { packageName, shareScope } = shared.terms;
    const reasonOf = createReasoner(pool, shared);
    const decide = (offer: Offer, given: Offer): Decision => {
      const consumer = offer.participant.entry.name;
      const known = old.get(packageName)?.get(consumer);
      if (known) return known;
      const { code, ending } = reasonOf(offer, given);
      if (code === 'outside-range' || !offer.terms.isReadable) warnings.push(...warningsFor(offer, given, code));
      const { specifiers } = offer.terms;
      return { consumer, copy: copies.get(given) as Copy, specifiers, reason: code, sentence: consumer + ending };
    };
    const decisions: Decision[] = [];
    for (const offer of pool) if (offer.given) decisions.push(decide(offer, offer.given));
    return [{ packageName, shareScope, copies: used.map((offer) => copies.get(offer) as Copy), decisions }];
  };
  const agreed = [...packages.keys()]
    .sort()
    .flatMap((name) => groupByScope(packages.get(name) as readonly Offer[]).flatMap(createPackage));
  const entries = participants.map(({ entry }) => entry);
  const arrivals = [...new Set([...(committed?.arrivals ?? []), entries.length])];
  return { entries, arrivals, packages: agreed, warnings };
}

/** By npm name and remote, what was decided before. */
function collectDecisions(committed: Agreement | undefined): Map<string, Map<string, Decision>> {
  const decisions = new Map<string, Map<string, Decision>>();
  for (const { packageName, decisions: agreed } of committed?.packages ?? []) {
    const known = decisions.get(packageName) ?? new Map<string, Decision>();
    decisions.set(packageName, known);
    for (const decision of agreed) known.set(decision.consumer, decision);
  }
  return decisions;
}

/** The copies in use: the host's first, then the ones that most remotes use. */
function orderByUsers(pool: readonly Offer[]): Offer[] {
  const users = new Map<Offer, number>();
  for (const offer of pool) {
    const { wired, given, participant } = offer;
    if (wired) users.set(offer, users.get(offer) ?? 0);
    if (given) users.set(given, (users.get(given) ?? 0) + (participant.isHost ? hostWeight : 1));
  }
  const byUsers = (a: Offer, b: Offer): number => (users.get(b) ?? 0) - (users.get(a) ?? 0);
  return [...users.keys()].sort((a, b) => byUsers(a, b) || a.participant.order - b.participant.order);
}

/** More than there are remotes on any page. */
const hostWeight = 1e9;

/** Finds reasons; one is enough for all remotes that say the same and are given the same. */
function createReasoner(pool: readonly Offer[], shared: Offer): (offer: Offer, given: Offer) => Reason {
  const provided = pool.filter(({ terms }) => terms.isProvided).length;
  const known = new Map<Terms, Reason>();
  return (offer, given) => {
    const isContested = provided > Number(offer.terms.isProvided);
    const isUsual = given === shared && given !== offer;
    const reason = (isUsual && known.get(offer.terms)) || reasonFor(offer, given, shared, isContested);
    if (isUsual) known.set(offer.terms, reason);
    return reason;
  };
}
