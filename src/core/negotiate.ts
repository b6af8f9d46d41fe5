import type { Agreement } from './agreement.js';
import type { FederationError } from './errors.js';
import { arrive } from './negotiation/arrive.js';
import type { Objective } from './negotiation/cost.js';
import { createAgreement } from './negotiation/create-agreement.js';
import { createFamily } from './negotiation/create-family.js';
import { collectPackages, groupFamilies, needsNothing } from './negotiation/families.js';
import { findFaults } from './negotiation/find-faults.js';
import type { Offer } from './negotiation/offer.js';
import { readParticipants } from './negotiation/participants.js';
import { orderCopies } from './negotiation/rate-copies.js';
import { recall } from './negotiation/recall.js';
import { shareOne } from './negotiation/share-one.js';
import { solve } from './negotiation/solve.js';
import type { RemoteEntry } from './remote-entry.js';

/** What a page may say about the negotiation. */
export interface NegotiationOptions {
  /** The page's own entry: it is always given its own copies. */
  readonly host?: RemoteEntry;
  /** Whether a remote that cannot use what the page shares fails, instead of bringing its own copy; default `false`. */
  readonly strict?: boolean;
  /** What to prefer among the answers that keep all promises; default `fewest-bytes`. */
  readonly prefer?: Objective;
  /** What the page already uses: it stays as it is, and costs nothing. Leave out on the first call. */
  readonly committed?: Agreement;
}

/**
 * Decides which copy of each shared package each remote uses, so that every promise of docs/negotiation.md is kept
 * and as little as possible is downloaded.
 *
 * The order of the entries decides nothing. Decisions already committed are never changed, because a browser does not
 * let go of a mapping.
 *
 * @param entries - All remotes, or the new ones only: those that are committed are left as they are.
 * @returns The agreement of all, each decision with its reason; remotes that cannot run are in its `failures`.
 *
 * @example
 * ```ts
 * negotiate([cart, reviews]).packages[0].decisions[0].sentence;
 * // → 'cart gets lit 3.3.3 of reviews: it is the copy that the page shares, and its range ^3.0.0 accepts it'
 * ```
 *
 * Runs anywhere: pure.
 */
export function negotiate(entries: readonly RemoteEntry[], options: NegotiationOptions = {}): Agreement {
  const { host, strict = false, prefer = 'fewest-bytes', committed } = options;
  let arriving = arrive(entries, host, committed);
  const failures = new Map<string, FederationError>(committed?.failures);
  for (const { name } of arriving) failures.delete(name);
  for (;;) {
    const participants = readParticipants([...(committed?.entries ?? []), ...arriving], host?.name);
    const packages = collectPackages(participants);
    if (committed) recall(committed, participants);
    for (const family of groupFamilies(packages)) settleFamily(family, prefer);
    const agreement = createAgreement(participants, packages, committed);
    const faults = findFaults(participants.slice(participants.length - arriving.length), packages, agreement, strict);
    if (faults.size === 0) return { ...agreement, failures };
    // What the others agree on must not depend on those that cannot run.
    for (const [name, error] of faults) failures.set(name, error);
    arriving = arriving.filter(({ name }) => !faults.has(name));
  }
}

function settleFamily(family: readonly (readonly Offer[])[], objective: Objective): void {
  const [offers, ...others] = family;
  const isAlone = offers && others.length === 0 && needsNothing(offers);
  if (isAlone && shareOne(offers, objective)) return;
  solve(createFamily(family, orderCopies(objective)), objective);
}
