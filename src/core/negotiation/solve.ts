import { Answers } from './answers.js';
import { type Consumer, createConsumers } from './consumers.js';
import type { Effort } from './effort.js';
import { Ledger } from './ledger.js';
import type { Offer } from './offer.js';
import type { Objective } from './prefer.js';
import { ask } from './reach.js';
import { Search } from './search.js';

/** Looks for the search in which all consumers of a family may change; it is exact if they suffice. */
const looksForAll = 10_000;
/** Looks for a search in which only a few may change. */
const looksForFew = 5000;
/** Consumers that may change in one of those. */
const mostReleased = 12;
/** Looks for each answer that is given anew, at least: a few for each of several copies. */
const looksForAnswer = 10;

/**
 * Finds the best answers to all that is asked in some families.
 *
 * @param effort - What may be spent: by each family an equal share, and what those before it left.
 * @returns All who asked, with what they are given.
 */
export function solve(families: readonly (readonly Offer[])[], objective: Objective, effort: Effort): Consumer[] {
  return families.flatMap((family, index) =>
    effort.lend(effort.left / (families.length - index), (share) => new Solver(family, objective, share).run()),
  );
}

/**
 * Finds the best answers to all that is asked in a family.
 *
 * At first everybody keeps to its own, which is always possible. Then each looks alone for something better, and those
 * who use a copy try to do without it, until no copy can be spared; at last all are answered anew, which proves the
 * answers to be the best, as long as the effort lasts.
 */
class Solver {
  readonly #consumers: readonly Consumer[];
  readonly #answers: Answers;
  readonly #ledger: Ledger;
  readonly #effort: Effort;

  constructor(family: readonly Offer[], objective: Objective, effort: Effort) {
    this.#effort = effort;
    this.#answers = new Answers(objective, effort);
    this.#ledger = new Ledger(objective);
    this.#consumers = createConsumers(family, objective, this.#answers);
  }

  run(): readonly Consumer[] {
    for (const consumer of this.#consumers) this.#giveOwn(consumer);
    do {
      this.#improveEach();
      this.#spareCopies();
    } while (this.#improve(this.#consumers, looksForAll));
    return this.#consumers;
  }

  #giveOwn({ demands, reach }: Consumer): void {
    for (let open = ask(demands); open; ) {
      const move = this.#answers.own(open.demand);
      this.#ledger.give(move);
      open = ask(reach.add(move), open.rest);
    }
  }

  #improveEach(): void {
    for (const consumer of this.#consumers) this.#improve([consumer], looksForFew);
  }

  #spareCopies(): void {
    const copies = new Set(this.#copiesInUse());
    // A set that grows while it is walked gives what is added, too: once one is spared, all others get another try.
    for (const copy of copies) {
      copies.delete(copy);
      if (!this.#effort.spend(this.#consumers.length)) break;
      const users = this.#consumers.filter(({ reach }) => reach.has(copy));
      if (users.length > mostReleased || !this.#improve(users, looksForFew, copy)) continue;
      this.#improveEach();
      for (const other of this.#copiesInUse()) copies.add(other);
    }
  }

  #copiesInUse(): Offer[] {
    return this.#consumers.flatMap(({ reach }) => reach.moves.map(({ copy }) => copy));
  }

  /** Answers some anew, without one of the copies, and tells whether the whole is better by that. */
  #improve(consumers: readonly Consumer[], looks: number, spared?: Offer): boolean {
    const count = consumers.reduce((sum, { reach }) => sum + reach.moves.length, 0);
    // To take back what they were given costs as much as to look at it.
    if (count === 0 || !this.#effort.spend(count)) return false;
    const most = Math.max(looks, count * looksForAnswer);
    return this.#effort.lend(most, (share) => new Search(consumers, this.#answers, this.#ledger, share).run(spared));
  }
}
