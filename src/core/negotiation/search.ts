import type { Consumer } from './consumers.js';
import { isCovered, isOutsideRange } from './objection.js';
import { type Cost, nothing, type Offer } from './offer.js';
import type { Objective } from './prefer.js';
import { type Agenda, ask, type Move, Reach } from './reach.js';

/** What a specifier that leads nowhere costs: more than any download, so that it is only ever a last resort. */
const bytesOfMissing = 1e12;

/** Choices that may be made one upon the other: as many as any engine's stack bears. */
const mostDepth = 500;

/** Looks for better answers to what some consumers ask, while those of the others stand. */
export class Search {
  readonly #objective: Objective;
  /** What all answers cost together. */
  #cost: Cost = nothing;
  /** How many answers were tried so far. */
  steps = 0;
  #limit = 0;
  #depth = 0;

  constructor(objective: Objective) {
    this.#objective = objective;
  }

  /** Gives a consumer what it ships itself, which is always possible as long as nobody else was given it. */
  giveOwn(consumer: Consumer): void {
    const reach = new Reach();
    for (let open = ask(consumer.demands); open; ) {
      open = this.#take(reach, { demand: open.demand, copy: open.demand.own }, open.rest);
    }
    consumer.moves = reach.moves;
  }

  /**
   * Answers some consumers anew.
   *
   * @param steps - How many answers may be tried.
   * @returns Whether that made the whole better; if not, all is as it was.
   */
  improve(consumers: readonly Consumer[], steps: number): boolean {
    let best = this.#cost;
    let found = consumers.map(({ moves }) => moves);
    let isBetter = false;
    for (const moves of found) for (const move of moves) this.#giveBack(move);
    const reaches: Reach[] = [];
    const next = (): void => {
      const consumer = consumers[reaches.length];
      if (consumer) {
        reaches.push(new Reach());
        this.#settle(reaches.at(-1) as Reach, ask(consumer.demands), () => compare(this.#cost, best) < 0, next);
        reaches.pop();
      } else {
        best = this.#cost;
        found = reaches.map(({ moves }) => [...moves]);
        isBetter = true;
      }
    };
    this.#limit = this.steps + steps;
    next();
    for (const [index, moves] of found.entries()) {
      for (const move of moves) this.#put(move);
      (consumers[index] as Consumer).moves = moves;
    }
    return isBetter;
  }

  /** Tries all answers to an agenda, the most promising first. */
  #settle(reach: Reach, agenda: Agenda, isHopeful: () => boolean, onSettled: () => void): void {
    const start = reach.moves.length;
    let open: Agenda | null = agenda;
    while (open) {
      const { demand, rest }: NonNullable<Agenda> = open;
      const [copy, ...others] = reach.optionsOf(demand);
      if (copy && others.length > 0) {
        for (const option of [copy, ...others]) this.#try(reach, { demand, copy: option }, rest, isHopeful, onSettled);
        break;
      }
      open = copy ? this.#take(reach, { demand, copy }, rest) : null;
      if (!isHopeful()) break;
      if (open === undefined) onSettled();
    }
    this.#rollBack(reach, start);
  }

  #try(reach: Reach, move: Move, rest: Agenda, isHopeful: () => boolean, onSettled: () => void): void {
    if (this.steps === this.#limit || this.#depth === mostDepth) return;
    this.steps++;
    this.#depth++;
    const start = reach.moves.length;
    const open = this.#take(reach, move, rest);
    if (isHopeful()) {
      if (open) this.#settle(reach, open, isHopeful, onSettled);
      else onSettled();
    }
    this.#depth--;
    this.#rollBack(reach, start);
  }

  #take(reach: Reach, move: Move, rest: Agenda): Agenda {
    this.#put(move);
    return ask(reach.add(move), rest);
  }

  #rollBack(reach: Reach, count: number): void {
    while (reach.moves.length > count) this.#giveBack(reach.pop() as Move);
  }

  #put({ demand, copy }: Move): void {
    const { choice } = demand;
    if (choice.users++ === 0) {
      choice.copy = copy;
      choice.cost = this.#costOf({ demand, copy });
      this.#cost = sum(this.#cost, choice.cost, 1);
    }
    if (copy.users++ === 0) this.#cost = sum(this.#cost, this.#costOfCopy(copy), 1);
  }

  #giveBack({ demand, copy }: Move): void {
    const { choice } = demand;
    if (--choice.users === 0) {
      choice.copy = undefined;
      this.#cost = sum(this.#cost, choice.cost, -1);
    }
    if (--copy.users === 0) this.#cost = sum(this.#cost, this.#costOfCopy(copy), -1);
  }

  #costOf({ demand, copy }: Move): Cost {
    const { wish, own, weight } = demand;
    const missing = copy !== own || isCovered(wish.specifiers, copy.terms.shipped) ? 0 : bytesOfMissing;
    const warnings = copy !== own && isOutsideRange(wish, copy.terms) ? weight : 0;
    const [age, order] = [copy.rank.age * weight, copy.participant.order * weight];
    return this.#objective === 'newest' ? [age, missing, warnings, order] : [missing, warnings, age, order];
  }

  #costOfCopy({ bytes }: Offer): Cost {
    return this.#objective === 'newest' ? [0, bytes, 0, 0] : [bytes, 0, 0, 0];
  }
}

function sum(one: Cost, other: Cost, factor: number): Cost {
  return [
    one[0] + factor * other[0],
    one[1] + factor * other[1],
    one[2] + factor * other[2],
    one[3] + factor * other[3],
  ];
}

function compare(one: Cost, other: Cost): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2] || one[3] - other[3];
}
