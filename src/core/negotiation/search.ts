import type { Answers } from './answers.js';
import type { Consumer } from './consumers.js';
import { isLess } from './cost.js';
import { Dues } from './dues.js';
import type { Effort } from './effort.js';
import type { Ledger } from './ledger.js';
import type { Cost, Demand, Move, Offer } from './offer.js';
import { type Agenda, ask } from './reach.js';

/** What is only counted or copied costs less than a look. */
const itemsPerLook = 10;

/** Where a search stands: which consumer is being answered, and what it still asks. */
interface Place {
  readonly index: number;
  readonly agenda: Agenda;
}

/** A demand to which several answers are possible. */
interface Fork {
  readonly index: number;
  readonly rest: Agenda;
  readonly options: readonly Move[];
  /** How many of them are tried. */
  tried: number;
  /** How many answers were given before. */
  readonly before: number;
}

/**
 * Answers some consumers anew, while the answers of the others stand: tries all that may be answered, the most
 * promising first, and turns back wherever that cannot get better than the best that is known.
 *
 * It keeps its way in lists instead of calling itself, so that no number of consumers is too large for it.
 */
export class Search {
  readonly #consumers: readonly Consumer[];
  readonly #answers: Answers;
  readonly #ledger: Ledger;
  readonly #effort: Effort;
  readonly #forks: Fork[] = [];
  /** Who was given each answer, from the first to the last. */
  readonly #trail: Consumer[] = [];
  #best: Cost;
  #found: readonly (readonly Move[])[];
  #spared: Offer | undefined;

  constructor(consumers: readonly Consumer[], answers: Answers, ledger: Ledger, effort: Effort) {
    // What those are given who can hardly choose decides what the others can share.
    this.#consumers = [...consumers].sort((one, other) => one.freedom - other.freedom);
    this.#answers = answers;
    this.#ledger = ledger;
    this.#effort = effort;
    this.#best = [...ledger.cost];
    this.#found = this.#collect();
  }

  /**
   * Goes on until all is tried, or the effort spent.
   *
   * @param spared - A copy that is not to be given to anybody.
   * @returns Whether the whole is better now; if not, all is as it was.
   */
  run(spared?: Offer): boolean {
    const before = this.#found;
    this.#spared = spared;
    for (const { reach } of this.#consumers) {
      for (let move = reach.pop(); move; move = reach.pop()) this.#ledger.takeBack(move);
    }
    if (this.#isHopeful()) this.#tryAll();
    for (const [index, moves] of this.#found.entries()) for (const move of moves) this.#give(index, move);
    return this.#found !== before;
  }

  #isHopeful(): boolean {
    return isLess(this.#ledger.cost, this.#best);
  }

  #tryAll(): void {
    const demands = this.#consumers.flatMap((consumer) => consumer.demands);
    const count = demands.reduce((sum, { answers = [] }) => sum + answers.length, 0);
    if (!this.#effort.spend(Math.ceil(count / itemsPerLook))) return;
    this.#ledger.expect(new Dues(demands, this.#spared));
    const start: Place = { index: -1, agenda: undefined };
    for (let place: Place | undefined = start; place; place = this.#turn()) {
      if (!this.#settle(place)) continue;
      this.#best = [...this.#ledger.cost];
      this.#found = this.#collect();
      this.#effort.spend(Math.ceil(this.#trail.length / itemsPerLook));
    }
    this.#rollBack(0);
    this.#ledger.expect(nothingDue);
  }

  /**
   * Goes on from a place, at each fork by the first way.
   *
   * @returns Whether all are answered, better than ever.
   */
  #settle({ index, agenda }: Place): boolean {
    while (this.#isHopeful()) {
      while (!agenda) {
        index++;
        const next = this.#consumers[index];
        if (!next) return true;
        agenda = ask(next.demands);
      }
      const { demand, rest }: NonNullable<Agenda> = agenda;
      const { reach } = this.#consumers[index] as Consumer;
      const options = reach.optionsOf(demand, this.#answers, this.#spared);
      const [first] = options;
      if (!first || !this.#effort.spend(options.length)) return false;
      if (options.length > 1) this.#forks.push({ index, rest, options, tried: 1, before: this.#trail.length });
      agenda = ask(this.#give(index, first), rest);
    }
    return false;
  }

  /** Goes back to the last fork with a way that is not tried yet, and takes that. */
  #turn(): Place | undefined {
    for (let fork = this.#forks.at(-1); fork && this.#effort.left > 0; fork = this.#forks.at(-1)) {
      this.#rollBack(fork.before);
      const { index, rest, options } = fork;
      const move = options[fork.tried++];
      if (move) return { index, agenda: ask(this.#give(index, move), rest) };
      this.#forks.pop();
    }
    return undefined;
  }

  #give(index: number, move: Move): readonly Demand[] {
    const consumer = this.#consumers[index] as Consumer;
    this.#ledger.give(move);
    this.#trail.push(consumer);
    return consumer.reach.add(move);
  }

  #rollBack(count: number): void {
    while (this.#trail.length > count) {
      const { reach } = this.#trail.pop() as Consumer;
      this.#ledger.takeBack(reach.pop() as Move);
    }
  }

  #collect(): readonly (readonly Move[])[] {
    return this.#consumers.map(({ reach }) => [...reach.moves]);
  }
}

const nothingDue = new Dues([]);
