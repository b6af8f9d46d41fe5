import { answersTo } from './objection.js';
import type { Demand, Offer } from './offer.js';

/** One answer. */
export interface Move {
  readonly demand: Demand;
  readonly copy: Offer;
}

/** What is still asked: a list that grows at its head, so that taking back is forgetting. */
export type Agenda = { readonly demand: Demand; readonly rest: Agenda } | undefined;

/** The agenda that begins with some demands. */
export function ask(demands: readonly Demand[], rest?: Agenda): Agenda {
  return demands.reduceRight((agenda: Agenda, demand) => ({ demand, rest: agenda }), rest);
}

/** All that one consumer gets to. */
export class Reach {
  readonly moves: Move[] = [];
  readonly #byPackage = new Map<string, Move[]>();

  /** Notes an answer, and gives what the copy itself asks, if it was not reached before. */
  add(move: Move): readonly Demand[] {
    const others = this.#of(move.demand);
    const isKnown = others.some(({ copy }) => copy === move.copy);
    others.push(move);
    this.moves.push(move);
    return isKnown ? [] : move.copy.demands;
  }

  /** Forgets the last answer. */
  pop(): Move | undefined {
    const move = this.moves.pop();
    if (move) this.#of(move.demand).pop();
    return move;
  }

  /** The answers that are possible as things stand, the most promising first: what is in use, then the better copies. */
  optionsOf(demand: Demand): Offer[] {
    const { wish, choice } = demand;
    demand.answers ??= answersTo(demand);
    const others = this.#of(demand).filter((move) => wish.singleton || move.demand.wish.singleton);
    const isPossible = (copy: Offer): boolean =>
      (choice.copy ?? copy) === copy && others.every((move) => move.copy === copy);
    const possible = demand.answers.filter(isPossible);
    if (possible.length < 2) return possible;
    const likenesses = new Set<string>();
    const isFirst = ({ users, rank: { likeness } }: Offer): boolean =>
      users === 0 && !likenesses.has(likeness) && !!likenesses.add(likeness);
    return [...possible.filter(({ users }) => users > 0), ...possible.filter(isFirst)];
  }

  #of({ wish }: Demand): Move[] {
    const known = this.#byPackage.get(wish.packageName) ?? [];
    this.#byPackage.set(wish.packageName, known);
    return known;
  }
}
