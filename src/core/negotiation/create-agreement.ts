import type { Agreement, AgreementWarning, Copy, PackageAgreement } from '../agreement.js';
import { createCopies } from './create-copies.js';
import { decide } from './decide.js';
import { groupBy } from './group-by.js';
import { groupUses } from './group-uses.js';
import type { Offer, Packages } from './offer.js';

/**
 * Puts the answers into words: the copies, who uses them, and why. What was committed stays word for word.
 *
 * @param settled - What was agreed on without an offer of each remote.
 */
export function createAgreement(
  packages: Packages,
  committed: Agreement | undefined,
  settled: ReadonlyMap<string, PackageAgreement>,
): Pick<Agreement, 'packages' | 'warnings'> {
  const usedOf = new Map([...packages].map(([packageName, offers]) => [packageName, offers.filter(isUsed)]));
  const copies = createCopies([...usedOf.values()].flat(), committed);
  const old = groupBy(committed?.packages ?? [], ({ packageName }) => packageName);
  const agreed: PackageAgreement[] = [];
  const warnings: AgreementWarning[] = [...(committed?.warnings ?? [])];
  for (const packageName of [...packages.keys(), ...settled.keys()].sort()) {
    const plain = settled.get(packageName);
    if (plain) agreed.push(plain);
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
      agreed.push({
        packageName,
        shareScope,
        copies: used.map((offer) => copies.get(offer) as Copy),
        decisions,
        uses: groupUses(decisions),
      });
    }
  }
  return { packages: agreed, warnings };
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
