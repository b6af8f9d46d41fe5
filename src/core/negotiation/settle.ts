import type { Agenda, Assignment, Reach } from './assignment.js';

/** A search for answers, depth first. */
export interface Search {
  readonly assignment: Assignment;
  /** How many more answers may be tried where there is a choice. */
  steps: number;
  /** Whether it is worth going on with the answers that are in place. */
  isHopeful(): boolean;
  /** Is called with each complete set of answers in place; they are taken back afterwards. */
  onSettled(): void;
}

/** Tries all answers to an agenda, the most promising first. */
export function settle(search: Search, agenda: Agenda, reach: Reach): void {
  const { assignment } = search;
  const start = assignment.moves.length;
  let open = agenda;
  while (open) {
    const { demand, rest }: NonNullable<Agenda> = open;
    const options = assignment.options(demand, reach);
    const only = options[0];
    if (options.length !== 1 || !only) {
      for (const candidate of options) tryAnswer(search, candidate, open, reach);
      break;
    }
    open = assignment.take(demand, only, reach, rest);
    if (!search.isHopeful()) break;
    if (!open) search.onSettled();
  }
  assignment.rollBack(start);
}

function tryAnswer(
  search: Search,
  candidate: Parameters<Assignment['take']>[1],
  { demand, rest }: NonNullable<Agenda>,
  reach: Reach,
): void {
  const { assignment } = search;
  if (search.steps-- <= 0) return;
  const start = assignment.moves.length;
  const open = assignment.take(demand, candidate, reach, rest);
  if (search.isHopeful()) {
    if (open) settle(search, open, reach);
    else search.onSettled();
  }
  assignment.rollBack(start);
}
