import { type Cost, costOf, type Objective } from './cost.js';
import { type Candidate, type Consumer, type Demand, isAccepted } from './family.js';

/** All that one consumer gets to, while it is being settled. */
export interface Reach {
  /** By npm name: the copy, `undefined` where there are several, and whether somebody asked for a single one. */
  readonly found: Map<string, { readonly candidate: Candidate | undefined; readonly isSingle: boolean }>;
  /** The copies whose own demands have been seen to. */
  readonly visited: Set<Candidate>;
  /** Whether everything comes from the consumer itself. */
  readonly isOwnOnly: boolean;
}

/** What one consumer still asks: a list that grows at its head, so that taking back is forgetting. */
export type Agenda = { readonly demand: Demand; readonly rest: Agenda } | undefined;

/** One answer, with what is needed to take it back. */
export interface Move {
  readonly demand: Demand;
  readonly candidate: Candidate;
  readonly reach: Reach;
  readonly isNewChoice: boolean;
  readonly isFirstVisit: boolean;
  readonly before: ReturnType<Reach['found']['get']>;
  readonly cost: Cost;
}

const nothing: Cost = [0, 0, 0, 0];

/** Answers to the demands of a family, given and taken back one by one. */
export class Assignment {
  /** What all answers cost together. */
  readonly cost: Cost = [...nothing];
  /** The answers, in the order in which they were given. */
  readonly moves: Move[] = [];
  readonly #bytesOf: (candidate: Candidate) => number;
  readonly #objective: Objective;

  constructor(objective: Objective, bytesOf: (candidate: Candidate) => number) {
    this.#objective = objective;
    this.#bytesOf = bytesOf;
  }

  /** The answers that are possible as things stand, the most promising first. */
  options(demand: Demand, { found, isOwnOnly }: Reach): readonly Candidate[] {
    const { kind, own, choice } = demand;
    const known = found.get(kind.packageName);
    const isSettled = known !== undefined && (known.isSingle || kind.singleton);
    const fixed = choice.candidate ?? (isSettled ? known.candidate : isOwnOnly || kind.isOwnOnly ? own : undefined);
    if (!fixed) return isSettled ? [] : freeOptions(demand);
    return isAccepted(demand, fixed) && (!isSettled || fixed === known.candidate) ? [fixed] : [];
  }

  /** Gives an answer; afterwards the agenda begins with what the copy itself asks, if it was not reached before. */
  take(demand: Demand, candidate: Candidate, reach: Reach, rest: Agenda): Agenda {
    const { kind, choice } = demand;
    const isNewChoice = choice.candidate === undefined;
    const isFirstVisit = !reach.visited.has(candidate);
    const before = reach.found.get(kind.packageName);
    const bytes = candidate.users++ === 0 ? this.#bytesOf(candidate) : 0;
    const cost = isNewChoice ? costOf(demand, candidate, bytes, this.#objective) : nothing;
    choice.candidate = candidate;
    reach.found.set(kind.packageName, {
      candidate: !before || before.candidate === candidate ? candidate : undefined,
      isSingle: kind.singleton || (before?.isSingle ?? false),
    });
    add(this.cost, cost, 1);
    this.moves.push({ demand, candidate, reach, isNewChoice, isFirstVisit, before, cost });
    if (!isFirstVisit) return rest;
    reach.visited.add(candidate);
    return candidate.demands.reduceRight((agenda: Agenda, next) => ({ demand: next, rest: agenda }), rest);
  }

  /** Takes answers back, until only so many are left. */
  rollBack(count: number): void {
    while (this.moves.length > count) {
      const { demand, candidate, reach, isNewChoice, isFirstVisit, before, cost } = this.moves.pop() as Move;
      const { packageName } = demand.kind;
      candidate.users--;
      if (isNewChoice) demand.choice.candidate = undefined;
      if (isFirstVisit) reach.visited.delete(candidate);
      if (before) reach.found.set(packageName, before);
      else reach.found.delete(packageName);
      add(this.cost, cost, -1);
    }
  }

  /** Gives answers once more that were taken back. */
  replay(moves: readonly Move[]): void {
    for (const { demand, candidate, reach } of moves) this.take(demand, candidate, reach, undefined);
  }
}

/** What is in use already, then of all that is alike the best. */
function freeOptions({ kind, own }: Demand): Candidate[] {
  const used: Candidate[] = [];
  const unused: Candidate[] = [];
  for (const group of kind.accepted.keys()) {
    const fresh = group.find(({ users }) => users === 0);
    if (fresh) unused.push(fresh);
    used.push(...group.filter(({ users }) => users > 0));
  }
  if (!own.group || !kind.accepted.has(own.group)) (own.users > 0 ? used : unused).push(own);
  return [...used, ...unused];
}

/** What a consumer asks, when nothing is answered yet. */
export function agendaOf({ demands }: Consumer): Agenda {
  return demands.reduceRight((rest: Agenda, demand) => ({ demand, rest }), undefined);
}

/** What a consumer gets to, when nothing is answered yet. */
export function createReach(isOwnOnly = false): Reach {
  return { found: new Map(), visited: new Set(), isOwnOnly };
}

function add(sum: Cost, cost: Cost, factor: number): void {
  for (let index = 0; index < 4; index++) (sum[index] as number) += (cost[index] as number) * factor;
}
