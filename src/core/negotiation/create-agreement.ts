import type { Agreement, AgreementWarning, Copy, Decision, PackageAgreement } from '../agreement.js';
import { createCopies } from './create-copies.js';
import { groupBy } from './group-by.js';
import type { Offer, Packages } from './offer.js';
import { type Reason, reasonFor } from './reason.js';

/** Puts the answers into words: the copies, who uses them, and why. What was committed stays word for word. */
export function createAgreement(
  packages: Packages,
  committed: Agreement | undefined,
): Pick<Agreement, 'packages' | 'warnings'> {
  const usedOf = new Map([...packages].map(([packageName, offers]) => [packageName, offers.filter(isUsed)]));
  const copies = createCopies([...usedOf.values()].flat(), committed);
  const old = groupBy(committed?.packages ?? [], ({ packageName }) => packageName);
  const agreed: PackageAgreement[] = [];
  const warnings: AgreementWarning[] = [...(committed?.warnings ?? [])];
  for (const packageName of [...packages.keys()].sort()) {
    const before = (old.get(packageName) ?? []).flatMap(({ decisions }) => decisions);
    const known = new Map(before.map((decision) => [decision.consumer, decision]));
    const pools = groupBy(usedOf.get(packageName) ?? [], ({ terms }) => terms.shareScope ?? '');
    for (const scope of [...pools.keys()].sort()) {
      const offers = packages.get(packageName) ?? [];
      // Who was given anything was given a copy of its scope, so one scope in use is the scope of all.
      const pool = pools.size > 1 ? offers.filter(({ terms }) => (terms.shareScope ?? '') === scope) : offers;
      const used = orderByUsers(pools.get(scope) ?? [], pool);
      const [shared] = used as [Offer];
      const decisions = decide(pool, shared, copies, known, warnings);
      const { shareScope } = shared.terms;
      agreed.push({ packageName, shareScope, copies: used.map((offer) => copies.get(offer) as Copy), decisions });
    }
  }
  return { packages: agreed, warnings };
}

/** Decides for each remote, by each of its names, and notes what it should be warned of. */
function decide(
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

/** The copies in use: the host's first, then the ones that most remotes use. */
function orderByUsers(used: readonly Offer[], pool: readonly Offer[]): readonly Offer[] {
  if (used.length < 2) return used;
  const users = new Map(used.map((offer) => [offer, 0]));
  for (const { choice, participant } of pool) {
    const count = participant.isHost ? hostWeight : participant.names.length;
    if (choice.copy) users.set(choice.copy, (users.get(choice.copy) ?? 0) + count);
  }
  const byUsers = ([one, some]: [Offer, number], [other, others]: [Offer, number]): number =>
    others - some || one.participant.order - other.participant.order;
  return [...users].sort(byUsers).map(([offer]) => offer);
}

function isUsed({ users }: Offer): boolean {
  return users > 0;
}

/** More than there are remotes on any page. */
const hostWeight = 1e9;

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
