import type { Agenda, Assignment, Reach } from './assignment.js';

/** How many more answers may be tried where there is a choice. */
export interface Budget {
  steps: number;
}

/**
 * Tries all answers to an agenda, depth first, the most promising first.
 *
 * @param isHopeful - Whether it is worth going on from here.
 * @param onSettled - Is called with each complete set of answers in place; they are taken back afterwards.
 */
export function settle(
  assignment: Assignment,
  agenda: Agenda,
  reach: Reach,
  budget: Budget,
  isHopeful: () => boolean,
  onSettled: () => void,
): void {
  const start = assignment.moves.length;
  let open = agenda;
  while (open) {
    const { demand, rest }: NonNullable<Agenda> = open;
    const [only, ...others] = assignment.options(demand, reach);
    if (only && others.length > 0) {
      const here = assignment.moves.length;
      for (const candidate of [only, ...others]) {
        if (budget.steps-- <= 0) break;
        const next = assignment.take(demand, candidate, reach, rest);
        if (isHopeful()) settle(assignment, next, reach, budget, isHopeful, onSettled);
        assignment.rollBack(here);
      }
      assignment.rollBack(start);
      return;
    }
    open = only && assignment.take(demand, only, reach, rest);
    if (!only || !isHopeful()) {
      assignment.rollBack(start);
      return;
    }
  }
  onSettled();
  assignment.rollBack(start);
}
