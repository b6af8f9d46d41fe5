import { add, isLess, type Sum } from './cost.js';
import type { Effort } from './effort.js';
import { accepts, isCovered, isOutsideRange } from './objection.js';
import type { Cost, Demand, Move, Offer } from './offer.js';
import type { Objective } from './prefer.js';

/** What a specifier that leads nowhere costs: more than any download, so that it is only ever a last resort. */
const bytesOfMissing = 1e12;

/** Knows what may be answered to each demand, and what that costs. */
export class Answers {
  readonly #objective: Objective;
  readonly #effort: Effort;

  /** @param effort - What may be spent on looking at copies. */
  constructor(objective: Objective, effort: Effort) {
    this.#objective = objective;
    this.#effort = effort;
  }

  /**
   * Finds the answers to many demands, and leaves three quarters of the effort for what is done with them.
   *
   * Where there are too many for that, each looks only at the copies whose versions are the nearest to its own.
   *
   * @param isFree - Whether an answer is paid for by nothing else; then only what it costs beyond the cheapest counts.
   */
  findAll(demands: readonly Demand[], isFree: (demand: Demand) => boolean): void {
    const most = Math.floor(this.#effort.left / 4 / demands.length);
    for (const demand of demands) {
      const answers = this.#find(demand, most);
      demand.answers = isFree(demand) ? beyondLeast(answers) : answers;
    }
  }

  /** All that may be answered, the better copies first, the own one in any case. */
  to(demand: Demand): readonly Move[] {
    demand.answers ??= this.#find(demand, this.#effort.left);
    return demand.answers;
  }

  /** The answer that gives a certain copy, if that may be given. */
  giving(copy: Offer, demand: Demand): Move | undefined {
    if (demand.answers) return demand.answers.find((move) => move.copy === copy);
    return isAccepted(copy, demand) ? this.#with(copy, demand) : undefined;
  }

  /** The answer that is always possible, as long as nobody else was given it: what its remote ships itself, or just the same. */
  own(demand: Demand): Move {
    return this.giving(plainest(demand.own), demand) as Move;
  }

  #find(demand: Demand, most: number): readonly Move[] {
    const { wish, own } = demand;
    const rivals = wish.isOwnOnly ? [] : nearest(own, most);
    this.#effort.spend(rivals.length);
    const others = rivals.filter((copy) => isAccepted(copy, demand));
    return [...new Set(others).add(plainest(own))].map((copy) => this.#with(copy, demand));
  }

  #with(copy: Offer, demand: Demand): Move {
    const { wish, own, weight } = demand;
    const missing = copy !== own || isCovered(wish.specifiers, copy.terms.shipped) ? 0 : bytesOfMissing;
    const warnings = copy !== own && isOutsideRange(wish, copy.terms) ? weight : 0;
    const [age, order] = [copy.age * weight, copy.participant.order * weight];
    // Where a specifier leads nowhere, nothing else counts. The ledger adds the bytes.
    const cost: Cost =
      this.#objective === 'newest' ? [missing + age, 0, warnings, order] : [missing, warnings, age, order];
    return { demand, copy, cost };
  }
}

/** The copy that a remote ships itself, or a better one that is just like it. */
function plainest(own: Offer): Offer {
  return (own.demands.length === 0 && own.rank.better) || own;
}

/** The same answers, each with what it costs beyond the cheapest: what cannot be avoided need not be compared. */
function beyondLeast(answers: readonly Move[]): readonly Move[] {
  const least = answers.map(({ cost }) => cost).reduce((least, cost) => (isLess(cost, least) ? cost : least));
  return answers.map(({ demand, copy, cost }) => {
    const beyond: Sum = [...cost];
    add(beyond, least, -1);
    return { demand, copy, cost: beyond };
  });
}

function isAccepted(copy: Offer, { wish, own }: Demand): boolean {
  return copy === own || accepts(wish, copy.terms);
}

/** The copies of the same package, or some of those whose versions are near, if there are too many. */
function nearest({ rank: { rivals }, age }: Offer, most: number): readonly Offer[] {
  if (rivals.length <= most) return rivals;
  return rivals.filter((rival) => Math.abs(rival.age - age) <= most / 2).slice(0, most);
}
