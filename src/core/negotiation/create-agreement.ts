import type { Agreement, AgreementWarning, Copy, Decision, PackageAgreement } from '../agreement.js';
import { isRange } from '../version.js';
import { createCopies } from './create-copies.js';
import type { Packages } from './families.js';
import { groupBy } from './group-by.js';
import type { Offer } from './offer.js';
import { type Reason, reasonFor } from './reason.js';

/** Puts the answers into words: the copies, who uses them, and why. What was committed stays word for word. */
export function createAgreement(
  packages: Packages,
  committed: Agreement | undefined,
): Pick<Agreement, 'packages' | 'warnings'> {
  const copies = createCopies(packages, committed);
  const old = groupBy(committed?.packages ?? [], ({ packageName }) => packageName);
  const warnings: AgreementWarning[] = [...(committed?.warnings ?? [])];
  const createPackage = (packageName: string, pool: readonly Offer[]): PackageAgreement[] => {
    const used = orderByUsers(pool);
    const [shared] = used;
    if (!shared) return [];
    const known = (old.get(packageName) ?? []).flatMap((agreed) => agreed.decisions);
    const byConsumer = new Map(known.map((decision) => [decision.consumer, decision]));
    const reasonOf = createReasoner(pool, shared);
    const decide = (consumer: string, wanted: Offer, given: Offer): Decision => {
      const { reason, ending } = reasonOf(wanted, given);
      const { specifiers, range } = wanted.terms;
      const sentence = consumer + ending;
      const warn = (code: AgreementWarning['code']): void => {
        warnings.push({ code, remote: consumer, packageName, message: sentence });
      };
      if (reason === 'outside-range') warn(reason);
      if (range !== undefined && !isRange(range)) warn('range-unreadable');
      return { consumer, copy: copies.get(given) as Copy, specifiers, reason, sentence };
    };
    const decisions: Decision[] = [];
    for (const offer of pool) {
      const { copy } = offer.choice;
      for (const name of copy ? offer.participant.names : []) {
        decisions.push(byConsumer.get(name) ?? decide(name, offer, copy as Offer));
      }
    }
    const { shareScope } = shared.terms;
    return [{ packageName, shareScope, copies: used.map((offer) => copies.get(offer) as Copy), decisions }];
  };
  const agreed = [...packages.keys()].sort().flatMap((packageName) => {
    const pools = groupBy(packages.get(packageName) ?? [], ({ terms }) => terms.shareScope ?? '');
    return [...pools.keys()].sort().flatMap((scope) => createPackage(packageName, pools.get(scope) ?? []));
  });
  return { packages: agreed, warnings };
}

/** The copies in use: the host's first, then the ones that most remotes use. */
function orderByUsers(pool: readonly Offer[]): Offer[] {
  const users = new Map<Offer, number>();
  const add = (offer: Offer, count: number): unknown => users.set(offer, (users.get(offer) ?? 0) + count);
  for (const offer of pool) {
    const { choice, participant } = offer;
    if (offer.users > 0) add(offer, 0);
    if (choice.copy) add(choice.copy, participant.isHost ? hostWeight : participant.names.length);
  }
  const byUsers = ([one, some]: [Offer, number], [other, others]: [Offer, number]): number =>
    others - some || one.participant.order - other.participant.order;
  return [...users].sort(byUsers).map(([offer]) => offer);
}

/** More than there are remotes on any page. */
const hostWeight = 1e9;

/** Finds reasons; one is enough for all remotes that say the same and are given what the page shares. */
function createReasoner(pool: readonly Offer[], shared: Offer): (wanted: Offer, given: Offer) => Reason {
  const provided = pool.filter(({ terms }) => terms.isProvided);
  const known = new Map<Offer['terms'], Reason>();
  return (wanted, given) => {
    const isUsual = given === shared && given !== wanted;
    const same = isUsual ? known.get(wanted.terms) : undefined;
    if (same) return same;
    const isContested = provided.some((offer) => offer !== wanted);
    const reason = reasonFor(wanted, given, shared, isContested);
    if (isUsual) known.set(wanted.terms, reason);
    return reason;
  };
}
