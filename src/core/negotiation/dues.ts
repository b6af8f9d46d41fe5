import type { Demand, Offer } from './offer.js';

/** What one demand has to pay in any case, because no copy is in use that it could be given. */
interface Due {
  readonly bytes: number;
  /** How many copies came into use that it could be given. */
  choices: number;
}

/**
 * Knows how much has to be downloaded at least to answer some demands, while copies come into use and go out of it.
 *
 * All who could be given a copy share its price: each demand in turn takes on what the others left open of the copy that
 * is the cheapest for it. So whatever they are given in the end, the copies cost no less than what they took on together.
 */
export class Dues {
  /** What has to be paid for all that no copy in use can answer. */
  bytes = 0;
  readonly #byCopy = new Map<Offer, Due[]>();

  /** @param spared - A copy that nobody is to be given. */
  constructor(demands: readonly Demand[], spared?: Offer) {
    const open = new Map<Offer, number>();
    const openOf = (copy: Offer): number => (copy === spared ? tooMany : (open.get(copy) ?? copy.bytes));
    for (const { answers = none } of demands.filter(isWaiting).sort(byChoices)) {
      const bytes = answers.reduce((least, { copy }) => Math.min(least, openOf(copy)), tooMany);
      if (bytes === 0) continue;
      const due: Due = { bytes, choices: 0 };
      this.bytes += bytes;
      for (const { copy } of answers) {
        open.set(copy, openOf(copy) - bytes);
        const others = this.#byCopy.get(copy);
        if (others) others.push(due);
        else this.#byCopy.set(copy, [due]);
      }
    }
  }

  /** Notes that a copy came into use, and tells how much less is due by that. */
  pay(copy: Offer): number {
    const before = this.bytes;
    for (const due of this.#byCopy.get(copy) ?? none) if (due.choices++ === 0) this.bytes -= due.bytes;
    return before - this.bytes;
  }

  /** Notes that a copy went out of use, and tells how much more is due by that. */
  owe(copy: Offer): number {
    const before = this.bytes;
    for (const due of this.#byCopy.get(copy) ?? none) if (--due.choices === 0) this.bytes += due.bytes;
    return this.bytes - before;
  }
}

/** More bytes than any answer costs. */
const tooMany = 1e15;

function isWaiting({ answers = none }: Demand): boolean {
  return answers.every(({ copy }) => copy.users === 0);
}

/** Those who can hardly choose take on first: they leave more open for others. */
function byChoices({ answers: some = none }: Demand, { answers: others = none }: Demand): number {
  return some.length - others.length;
}

const none: readonly never[] = [];
