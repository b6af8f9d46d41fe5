import type { Agreement, AgreementWarning, Copy, Decision, PackageAgreement } from '../agreement.js';
import { isRange } from '../version.js';
import { createCopies } from './create-copies.js';
import type { Offer, Participant } from './offer.js';
import { type Circumstances, explain, isOutsideRange, reasonFor } from './reason.js';
import type { Settlement } from './settlement.js';

/** Puts a settlement into words: the copies, who uses them, and why. What was committed stays word for word. */
export function createAgreement(
  participants: readonly Participant[],
  settlement: Settlement,
  committed: Agreement | undefined,
): Omit<Agreement, 'failures'> {
  const copies = createCopies(settlement, committed);
  const committedDecisions = new Map<string, Decision>();
  for (const { packageName, decisions } of committed?.packages ?? []) {
    for (const decision of decisions) committedDecisions.set(`${packageName} ${decision.consumer}`, decision);
  }
  const warnings = [...(committed?.warnings ?? [])];
  const createDecision = (offer: Offer, given: Offer, circumstances: Circumstances): Decision => {
    const consumer = offer.participant.entry.name;
    const old = committedDecisions.get(`${offer.packageName} ${consumer}`);
    if (old) return old;
    warnings.push(...warningsOf(offer, given));
    const reason = reasonFor(offer, given, circumstances);
    const sentence = explain(offer, given, reason, circumstances.shared);
    return { consumer, copy: copies.get(given) as Copy, specifiers: offer.specifiers, reason, sentence };
  };
  const packages = [...groupByPool(participants, settlement).values()].map((pool): PackageAgreement => {
    const { packageName, shareScope } = pool[0] as Offer;
    const used = countUsers(pool, settlement);
    const shared = used[0] as Offer;
    const others = pool.filter(({ isProvided }) => isProvided);
    const decisions = pool.flatMap((offer) => {
      const given = settlement.given.get(offer);
      const isContested = others.some((other) => other !== offer);
      return given ? [createDecision(offer, given, { shared, isContested })] : [];
    });
    return { packageName, shareScope, copies: used.map((offer) => copies.get(offer) as Copy), decisions };
  });
  const entries = participants.map(({ entry }) => entry);
  const arrivals = [...new Set([...(committed?.arrivals ?? []), entries.length])];
  return { entries, arrivals, packages: packages.sort(byName), warnings };
}

/** The offers by package and share scope, where there is a copy in use. */
function groupByPool(participants: readonly Participant[], { wired }: Settlement): Map<string, Offer[]> {
  const pools = new Map<string, Offer[]>();
  for (const { offers } of participants) {
    for (const offer of offers.values()) {
      const key = `${offer.packageName}\n${offer.shareScope}`;
      const pool = pools.get(key);
      if (pool) pool.push(offer);
      else pools.set(key, [offer]);
    }
  }
  for (const [key, pool] of pools) if (!pool.some((offer) => wired.has(offer))) pools.delete(key);
  return pools;
}

/** The copies in use: the host's first, then the ones that most remotes use. */
function countUsers(pool: readonly Offer[], { given, wired }: Settlement): Offer[] {
  const users = new Map<Offer, number>();
  for (const offer of pool) {
    if (wired.has(offer)) users.set(offer, users.get(offer) ?? 0);
    const copy = given.get(offer);
    if (copy) users.set(copy, (users.get(copy) ?? 0) + (offer.participant.isHost ? Number.POSITIVE_INFINITY : 1));
  }
  return [...users.keys()].sort(
    (a, b) => byNumber(users.get(b), users.get(a)) || byNumber(a.participant.order, b.participant.order),
  );
}

function warningsOf(offer: Offer, given: Offer): AgreementWarning[] {
  const { packageName, range, participant, version } = offer;
  const remote = participant.entry.name;
  const warnings: AgreementWarning[] = [];
  if (range !== undefined && !isRange(range)) {
    const message = `"${remote}" wants ${packageName} "${range.slice(0, 60)}", which is no range; only its own copy is sure to fit.`;
    warnings.push({ code: 'range-unreadable', remote, packageName, message });
  }
  if (isOutsideRange(offer, given)) {
    const message =
      `"${remote}" wants ${packageName} ${range}, but is given ${given.version} of "${given.participant.entry.name}". ` +
      `Test it with that version, or build it with strictVersion: true, so that it brings its own ${version}.`;
    warnings.push({ code: 'outside-range', remote, packageName, message });
  }
  return warnings;
}

function byNumber(one = 0, other = 0): number {
  return one === other ? 0 : one - other;
}

function byName(one: PackageAgreement, other: PackageAgreement): number {
  const [a, b] = [`${one.packageName} ${one.shareScope ?? ''}`, `${other.packageName} ${other.shareScope ?? ''}`];
  return a < b ? -1 : Number(a > b);
}
