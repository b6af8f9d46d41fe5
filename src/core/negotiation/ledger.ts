import { add, type Sum } from './cost.js';
import { Dues } from './dues.js';
import type { Move } from './offer.js';
import type { Objective } from './prefer.js';

/** Keeps count of the answers that are given, and of what they cost together. */
export class Ledger {
  /** What all answers cost, and what is due for those that are still to be given. */
  readonly cost: Sum = [0, 0, 0, 0];
  readonly #bytes: 0 | 1;
  #dues = new Dues([]);

  constructor(objective: Objective) {
    this.#bytes = objective === 'newest' ? 1 : 0;
  }

  /** Counts in advance what is due in any case, instead of what was before. */
  expect(dues: Dues): void {
    this.cost[this.#bytes] += dues.bytes - this.#dues.bytes;
    this.#dues = dues;
  }

  /** Gives an answer. */
  give({ demand: { choice }, copy, cost }: Move): void {
    if (choice.users++ === 0) {
      choice.copy = copy;
      choice.cost = cost;
      add(this.cost, cost, 1);
    }
    if (copy.users++ === 0) this.cost[this.#bytes] += copy.bytes - this.#dues.pay(copy);
  }

  /** Takes an answer back. */
  takeBack({ demand: { choice }, copy }: Move): void {
    if (--choice.users === 0) {
      choice.copy = undefined;
      add(this.cost, choice.cost, -1);
    }
    if (--copy.users === 0) this.cost[this.#bytes] += this.#dues.owe(copy) - copy.bytes;
  }
}
