import type { Answers } from './answers.js';
import type { Demand, Move, Offer } from './offer.js';

/** What is still asked: a list that grows at its head, so that taking back is forgetting. */
export type Agenda = { readonly demand: Demand; readonly rest: Agenda } | undefined;

/** The agenda that begins with some demands. */
export function ask(demands: readonly Demand[], rest?: Agenda): Agenda {
  let agenda = rest;
  for (let index = demands.length - 1; index >= 0; index--) agenda = { demand: demands[index] as Demand, rest: agenda };
  return agenda;
}

/** What one consumer gets to of one package. */
interface Visits {
  readonly moves: Move[];
  /** How many of them ask for a singleton. */
  singletons: number;
}

/** All that one consumer gets to. */
export class Reach {
  readonly moves: Move[] = [];
  readonly #byPackage = new Map<string, Visits>();

  /** Notes an answer, and gives what the copy itself asks, if it was not reached before. */
  add(move: Move): readonly Demand[] {
    const visits = this.#visitsOf(move.demand);
    const isKnown = visits.moves.some(({ copy }) => copy === move.copy);
    visits.moves.push(move);
    if (move.demand.wish.singleton) visits.singletons++;
    this.moves.push(move);
    return isKnown ? none : move.copy.demands;
  }

  /** Forgets the last answer. */
  pop(): Move | undefined {
    const move = this.moves.pop();
    if (!move) return undefined;
    const visits = this.#visitsOf(move.demand);
    visits.moves.pop();
    if (move.demand.wish.singleton) visits.singletons--;
    return move;
  }

  /** Whether it gets to a copy. */
  has(copy: Offer): boolean {
    return this.#byPackage.get(copy.terms.packageName)?.moves.some((move) => move.copy === copy) ?? false;
  }

  /**
   * The answers that are possible as things stand, the most promising first: what is in use, then the better copies.
   *
   * @param spared - A copy that is not to be given.
   */
  optionsOf(demand: Demand, answers: Answers, spared?: Offer): readonly Move[] {
    const others = this.#sameAs(demand);
    const copy = demand.choice.copy ?? others[0]?.copy;
    if (!copy) return order(answers.to(demand), spared);
    const isPossible = copy !== spared && others.every((move) => move.copy === copy);
    const move = isPossible ? answers.giving(copy, demand) : undefined;
    return move ? [move] : none;
  }

  /** Answers that have to give the same copy. */
  #sameAs(demand: Demand): readonly Move[] {
    const { moves, singletons } = this.#visitsOf(demand);
    // Where one asks for a singleton, all gave the same already.
    if (singletons > 0) return moves.slice(0, 1);
    return demand.wish.singleton ? moves : none;
  }

  #visitsOf({ wish: { packageName } }: Demand): Visits {
    const known = this.#byPackage.get(packageName);
    if (known) return known;
    const visits: Visits = { moves: [], singletons: 0 };
    this.#byPackage.set(packageName, visits);
    return visits;
  }
}

/** Puts those first that give what is in use, and leaves out those that are as good as others. */
function order(moves: readonly Move[], spared: Offer | undefined): readonly Move[] {
  const used: Move[] = [];
  const others: Move[] = [];
  for (const move of moves) {
    if (move.copy.users > 0) used.push(move);
    else if (move.copy !== spared && isNext(move.copy)) others.push(move);
  }
  return others.length === 0 ? used : used.concat(others);
}

/** Whether a copy that is not in use may come into use next: after all that are as good and come before it. */
function isNext({ demands, rank }: Offer): boolean {
  if (demands.length === 0) return !rank.better;
  for (let copy = rank.better; copy; copy = copy.rank.better) if (copy.users === 0) return false;
  return true;
}

const none: readonly never[] = [];
