import type { Agreement } from './agreement.js';
import type { FederationError } from './errors.js';
import { arrive } from './negotiation/arrive.js';
import { createAgreement } from './negotiation/create-agreement.js';
import { Effort, mostLooks } from './negotiation/effort.js';
import { groupFamilies, rate } from './negotiation/families.js';
import { findConflicts, findMissing } from './negotiation/find-faults.js';
import type { Objective } from './negotiation/prefer.js';
import { readParticipants } from './negotiation/read-participants.js';
import { recall } from './negotiation/recall.js';
import { settle } from './negotiation/settle.js';
import { agreePlainly } from './plain/agree-plainly.js';
import type { RemoteEntry } from './remote-entry.js';

/** What a page may say about the negotiation. */
export interface NegotiationOptions {
  /** The page's own entry: it is always given its own copies. */
  readonly host?: RemoteEntry;
  /** Whether a remote that cannot use what the page shares fails, instead of bringing its own copy; default `false`. */
  readonly strict?: boolean;
  /** What to prefer among the answers that keep all promises; default `fewest-bytes`. */
  readonly prefer?: Objective;
  /** Names in the order of the manifest: where all else is equal, the first provides. Default: by name. */
  readonly order?: readonly string[];
  /** What the page already uses: it stays as it is, and costs nothing. Leave out on the first call. */
  readonly committed?: Agreement;
}

/**
 * Decides which copy of each shared package each remote uses, so that every promise of docs/negotiation.md is kept
 * and as little as possible is downloaded.
 *
 * The order in which the entries are given decides nothing. Decisions already committed are never changed, because a
 * browser does not let go of a mapping.
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
  return agreePlainly(entries, options) ?? negotiateThoroughly(entries, options);
}

/** The agreement of a page on which something may not be plain: see {@link negotiate}. */
export function negotiateThoroughly(entries: readonly RemoteEntry[], options: NegotiationOptions): Agreement {
  const { host, strict = false, prefer = 'fewest-bytes', committed, order } = options;
  let arriving = arrive(entries, host, committed, order);
  const failures = new Map<string, FederationError>(committed?.failures);
  for (const { name } of arriving) failures.delete(name);
  const effort = new Effort(mostLooks);
  for (;;) {
    const present = [...(committed?.entries ?? []), ...arriving];
    const assembly = readParticipants(present, host?.name);
    const { participants, packages } = assembly;
    if (committed) recall(committed, participants);
    packages.forEach(rate);
    const faults = [...findMissing(settle(groupFamilies(assembly), prefer, effort))];
    const agreement = createAgreement(packages, committed);
    if (strict && faults.length === 0) faults.push(...findConflicts(arriving, participants, agreement));
    if (faults.length === 0) {
      const arrivals = [...new Set([...(committed?.arrivals ?? []), present.length])];
      return { entries: present, arrivals, ...agreement, failures };
    }
    // What the others agree on must not depend on those that cannot run.
    for (const [name, error] of faults) failures.set(name, error);
    arriving = arriving.filter(({ name }) => !failures.has(name));
  }
}
